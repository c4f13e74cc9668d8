-- Those of these words that no record and nobody of the network says any more. Among the words that resemble
-- each other once shortened, the letters decide.
create or replace function definer_search.orphan_words(words text[])
returns setof text
language plpgsql stable rows 10 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
begin
  -- People first: most of the words asked of are theirs, and few people say a word where many records do.
  return query execute
    'with unborne as materialized (select w from unnest($2::text[]) w where not exists (select 1 from public.person p
       where p.network_id = $1 and p.search @@ to_tsquery(''maillage_words'', w) and w in (select public.words_in(p.folded))))
     select w from unborne where not exists (select 1 from public.organisation o
       where o.network_id = $1 and o.search @@ to_tsquery(''maillage_fr'', w) and w in (select public.words_in(o.folded)))'
  using mine, words;
end
$$;
revoke all on function definer_search.orphan_words(text[]) from public;
grant execute on function definer_search.orphan_words(text[]) to maillage_app;
