-- Writes on every listing of one national key the networks that list it (null when alone).
create or replace function definer_identity.refresh_listing_identity(key text)
returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with holders as (
    select array_agg(distinct network_id order by network_id) as ids
    from public.organisation_listing where national_key = key
  )
  update public.organisation_listing l
  set networks = case when cardinality(h.ids) > 1 then h.ids end
  from holders h
  where l.national_key = key
    and l.networks is distinct from case when cardinality(h.ids) > 1 then h.ids end
$$;
revoke all on function definer_identity.refresh_listing_identity(text) from public;
grant execute on function definer_identity.refresh_listing_identity(text) to maillage_app;
