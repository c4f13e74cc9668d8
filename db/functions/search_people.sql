-- Ids of the network's people whose name or address answers some folded words; slips are forgiven when
-- nobody answers as written (`mended`). The caller joins them back under its own policies.
drop function if exists definer_search.search_people(text[], boolean, int);
create or replace function definer_search.search_people(words text[], unfinished boolean, most int)
returns table (id uuid, mended boolean)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  asked tsquery := to_tsquery('maillage_words',
    nullif(array_to_string(words, ' & ') || case when unfinished then ':*' else '' end, ''));
  met bigint;
  borne boolean;
  near text[];
  each text[] := words;
begin
  if cardinality(words) = 0 then return; end if;
  return query execute
    'select p.id, false from public.person p where p.network_id = $1 and p.search @@ $2 limit $3'
  using mine, asked, most;
  get diagnostics met = row_count;
  if met > 0 then return; end if;
  -- A word that somebody bears stays as it is, the others are replaced by the nearest.
  if unfinished then each[cardinality(each)] := each[cardinality(each)] || ':*'; end if;
  for n in 1 .. cardinality(words) loop
    execute 'select exists (select 1 from public.person p where p.network_id = $1 and p.search @@ $2)'
      into borne using mine, to_tsquery('maillage_words', each[n]);
    continue when borne;
    near := definer_search.near_words(words[n], unfinished and n = cardinality(words), false, true);
    if near = '{}' then return; end if;
    each[n] := '(' || array_to_string(near, ' | ') || ')';
  end loop;
  return query execute
    'select p.id, true from public.person p where p.network_id = $1 and p.search @@ $2 limit $3'
  using mine, to_tsquery('maillage_words', array_to_string(each, ' & ')), most;
end
$$;
revoke all on function definer_search.search_people(text[], boolean, int) from public;
grant execute on function definer_search.search_people(text[], boolean, int) to maillage_app;
