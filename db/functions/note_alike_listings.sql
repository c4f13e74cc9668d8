-- Marks these listings of a network, and those of other networks of the same matched name and postal code,
-- as alike. A mark that is no longer true costs a look; one is only ever missed by two networks that write
-- the same organisation in the same instant, until either writes it again.
create or replace function definer_identity.note_alike_listings(of_network int, ids uuid[])
returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with couple as (
    select l.network_id as our_network, l.id as ours, r.network_id as their_network, r.id as theirs
    from public.organisation_listing l
    join public.organisation_listing r on r.matched_name = l.matched_name and r.postal_code = l.postal_code
      and r.network_id <> l.network_id and r.shown_to_networks
    where l.network_id = of_network and l.id = any (ids) and l.shown_to_networks
  )
  update public.organisation_listing o set alike = true
  from (
    select our_network as network_id, ours as id from couple union select their_network, theirs from couple
  ) a
  where o.network_id = a.network_id and o.id = a.id and not o.alike
$$;
revoke all on function definer_identity.note_alike_listings(int, uuid[]) from public;
grant execute on function definer_identity.note_alike_listings(int, uuid[]) to maillage_app;
