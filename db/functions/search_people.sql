-- Ids of the network's people whose name or address answers some folded words; slips are forgiven when
-- nobody answers as written. The caller joins them back under its own policies.
create or replace function definer_search.search_people(words text[], unfinished boolean, most int)
returns table (id uuid)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  asked tsquery := to_tsquery('maillage_words',
    nullif(array_to_string(words, ' & ') || case when unfinished then ':*' else '' end, ''));
  met bigint;
begin
  if cardinality(words) = 0 then return; end if;
  return query execute
    'select p.id from public.person p where p.network_id = $1 and p.search @@ $2 limit $3'
  using mine, asked, most;
  get diagnostics met = row_count;
  if met > 0 or length(array_to_string(words, ' ')) < 4 then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query execute
    'select p.id from public.person p where p.network_id = $1 and $2 <% p.folded
     order by word_similarity($2, p.folded) desc, p.id limit $3'
  using mine, array_to_string(words, ' '), least(most, 5);
end
$$;
revoke all on function definer_search.search_people(text[], boolean, int) from public;
grant execute on function definer_search.search_people(text[], boolean, int) to maillage_app;
