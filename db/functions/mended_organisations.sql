-- The same with slips forgiven: a word that no record holds is replaced by those that resemble it the most
-- (their letters three by three, or two letters away at most); when each word stands somewhere but nowhere together, any may be a slip.
create or replace function definer_search.mended_organisations(words text[])
returns table (id uuid)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  held boolean[];
  word text;
  held_here boolean;
  said text[] := '{}';
  kept text[] := '{}';
  others text;
  most constant int := 200;
begin
  foreach word in array words loop
    execute 'select exists (select 1 from public.organisation o where o.network_id = $1 and o.search @@ $2)
      or exists (select 1 from public.person p where p.network_id = $1 and p.search @@ $3)'
      into held_here
      using mine, to_tsquery('maillage_fr', word), to_tsquery('maillage_words', word);
    held := held || (held_here or length(word) < 4);
  end loop;
  if not false = any (held) then
    held := (select array_agg(length(w) < 4 order by n) from unnest(words) with ordinality u(w, n));
  end if;
  if not false = any (held) then return; end if;
  for n in 1 .. cardinality(words) loop
    if held[n] then kept := kept || words[n]; else said := said || words[n]; end if;
  end loop;
  perform set_config('pg_trgm.word_similarity_threshold', '0.3', true);
  others := nullif(array_to_string(kept, ' & '), '');
  return query execute
    'with near as (
       select o.id, (select min(greatest(word_similarity(w, o.folded), (
         select max(1 - levenshtein_less_equal(t, w, 2)::real / length(w)) from regexp_split_to_table(o.folded, ''\s+'') t
         where left(t, 1) = left(w, 1) and abs(length(t) - length(w)) <= 1))) from unnest($2::text[]) w) as how
       from public.organisation o
       where o.network_id = $1 '
    || (select string_agg(format(' and ($2)[%s] <%% o.folded', n), '') from generate_subscripts(said, 1) n)
    || case when others is null then '' else ' and o.search @@ $3' end
    || ' union all
       select q.organisation_id, (select min(greatest(word_similarity(w, p.folded), (
         select max(1 - levenshtein_less_equal(t, w, 2)::real / length(w)) from regexp_split_to_table(p.folded, ''\s+'') t
         where left(t, 1) = left(w, 1) and abs(length(t) - length(w)) <= 1))) from unnest($2::text[]) w)
       from public.person p join public.person_position q on q.network_id = p.network_id and q.person_id = p.id
       where p.network_id = $1 '
    || (select string_agg(format(' and ($2)[%s] <%% p.folded', n), '') from generate_subscripts(said, 1) n)
    || case when others is null then '' else ' and p.search @@ $4' end
    || ')
     select n.id from near n where n.how >= greatest(0.45, (select max(how) from near) - 0.1)
     group by n.id order by max(n.how) desc, n.id limit $5'
  using mine, said, to_tsquery('maillage_fr', others), to_tsquery('maillage_words', others), most;
end
$$;
revoke all on function definer_search.mended_organisations(text[]) from public;
grant execute on function definer_search.mended_organisations(text[]) to maillage_app;
