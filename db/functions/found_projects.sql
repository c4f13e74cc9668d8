-- Ids of the network's projects whose words, or those of an organisation that holds them, answer. When very
-- many do, none but one row `more`: the caller then reads them one by one in its order, and soon meets enough.
-- The caller joins ids back to project under its own policies.
create or replace function definer_search.found_projects(words text[], unfinished boolean)
returns table (id uuid, more boolean)
language plpgsql stable rows 100 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  asked tsquery := to_tsquery('maillage_fr',
    array_to_string(words, ' & ') || case when unfinished then ':*' else '' end);
  own uuid[];
  holders uuid[];
  many constant int := 1000;
begin
  if cardinality(words) = 0 then return; end if;
  execute 'select array_agg(p.id) from (
    select p.id from public.project p where p.network_id = $1 and p.search @@ $2 limit $3 + 1) p'
    into own using mine, asked, many;
  execute 'select array_agg(o.id) from (
    select o.id from public.organisation o where o.network_id = $1 and o.search @@ $2 limit $3 + 1) o'
    into holders using mine, asked, many;
  if greatest(cardinality(own), cardinality(holders)) > many then
    return query select null::uuid, true;
    return;
  end if;
  return query
    select u.id, false from unnest(own) u (id)
    union
    select h.project_id, false from unnest(holders) o (id)
    join public.project_holder h on h.network_id = mine and h.organisation_id = o.id;
end
$$;
revoke all on function definer_search.found_projects(text[], boolean) from public;
grant execute on function definer_search.found_projects(text[], boolean) to maillage_app;
