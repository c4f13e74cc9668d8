-- Ids of one page of a private search, with the size of the whole. The caller joins them back to
-- organisation under its own policies. EXECUTE, because the plan depends on how rare the words are;
-- ROWS, because the default estimate (1000) made that join read the whole network (x10 at 70,000).
create or replace function definer_search.search_organisations(query tsquery, wanted_kinds text[], skip int, take int)
returns table (id uuid, total bigint)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query execute
    'select o.id, count(*) over ()
     from public.organisation o
     where o.network_id = $5
       and o.search @@ $1
       and ($2 is null or o.kind = any ($2))
     order by o.name collate "fr-x-icu", o.id
     offset $3 limit $4'
  using query, wanted_kinds, skip, take, public.current_network();
end
$$;
revoke all on function definer_search.search_organisations(tsquery, text[], int, int) from public;
grant execute on function definer_search.search_organisations(tsquery, text[], int, int) to maillage_app;
