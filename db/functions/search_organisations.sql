-- Ids of one page of a private search, with the size of the whole. The caller joins them back to
-- organisation under its own policies.
create or replace function definer_search.search_organisations(query tsquery, wanted_kinds text[], skip int, take int)
returns table (id uuid, total bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select o.id, count(*) over ()
  from public.organisation o
  where o.network_id = public.current_network()
    and o.search @@ query
    and (wanted_kinds is null or o.kind = any (wanted_kinds))
  order by o.name collate "fr-x-icu", o.id
  offset skip limit take
$$;
revoke all on function definer_search.search_organisations(tsquery, text[], int, int) from public;
grant execute on function definer_search.search_organisations(tsquery, text[], int, int) to maillage_app;
