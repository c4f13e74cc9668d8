-- Ids of the network's organisations that answer some words, and how well: 0 the name begins with them,
-- 1 it holds them, 2 another name does, or the name of somebody there, 3 the rest of the record, 4 with a
-- slip. The caller joins them back to organisation under its own policies, orders and cuts.
-- Words are folded, letters and figures only (search-terms.ts). EXECUTE, because the plan depends on how
-- rare the words are. All of them, however many: for who reads a page, found_organisations, which finds the
-- same: people are not looked for by a word that very many records hold.
drop function if exists definer_search.search_organisations(text[], boolean, int);
create or replace function definer_search.search_organisations(words text[], unfinished boolean)
returns table (id uuid, rank int)
language plpgsql stable rows 100 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  said text := array_to_string(words, ' ');
  asked text := array_to_string(words, ' & ') || case when unfinished then ':*' else '' end;
  patterns text[] := (select array_agg('% ' || word || '%') from unnest(words) word);
  found bigint;
  others bigint;
  many constant int := 3000;
begin
  if cardinality(words) = 0 then return; end if;
  return query execute
    'select o.id, case
       when o.folded ^@ $2 or split_part(o.folded, E''\n'', 2) = $2 then 0
       when '' '' || split_part(o.folded, E''\n'', 1) like all ($3) then 1
       when '' '' || replace(substr(o.folded, 1, length(o.folded) - strpos(reverse(o.folded), E''\n'')), E''\n'', '' '')
         like all ($3) then 2
       else 3 end
     from public.organisation o where o.network_id = $1 and o.search @@ $4'
  using mine, said, patterns, to_tsquery('maillage_fr', asked);
  get diagnostics found = row_count;
  if found > many then return; end if;
  return query execute
    'select distinct o.id, 2
     from public.person p
     join public.person_position q on q.network_id = p.network_id and q.person_id = p.id
     join public.organisation o on o.network_id = q.network_id and o.id = q.organisation_id
     where p.network_id = $1 and p.search @@ $2 and not o.search @@ $3'
  using mine, to_tsquery('maillage_words', asked), to_tsquery('maillage_fr', asked);
  get diagnostics others = row_count;
  if found + others = 0 then
    return query select m.id, 4 from definer_search.mended_organisations(words) m;
  end if;
end
$$;
revoke all on function definer_search.search_organisations(text[], boolean) from public;
grant execute on function definer_search.search_organisations(text[], boolean) to maillage_app;
