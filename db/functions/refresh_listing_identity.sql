-- Writes on listings which organisation each is, as far as networks know, and who lists it too. By SIREN;
-- else by the SIREN its RNA goes with, when there is exactly one; else by RNA; then by what both networks
-- say of two listings, unless that would make one of two SIREN or of two RNA. `keys` and the listing say
-- what changed: every listing that they, an identifier or a tie lead to is read, and no other.
create or replace function definer_identity.refresh_listing_identity(keys text[], of_network int, of_listing uuid)
returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with recursive tie as (
    select t.network_id, t.organisation_id, t.other_network_id, t.other_now_id
    from public.listing_tie t
    where t.answer = 'same' and exists (
      select 1 from public.listing_tie a
      where a.network_id = t.other_network_id and a.organisation_id = t.other_now_id
        and a.other_network_id = t.network_id and a.other_now_id = t.organisation_id and a.answer = 'same')
  ), reached(network_id, id) as (
    (
      select l.network_id, l.id from unnest(keys) k join public.organisation_listing l on l.national_key = k
      union select l.network_id, l.id from unnest(keys) k
        join public.organisation_listing l on k ^@ 'siren:' and l.siren = substr(k, 7)
      union select l.network_id, l.id from unnest(keys) k
        join public.organisation_listing l on k ^@ 'rna:' and l.rna = substr(k, 5)
      union select of_network, of_listing where of_listing is not null
    )
    union
    select near.network_id, near.id
    from reached r
    join public.organisation_listing l on l.network_id = r.network_id and l.id = r.id and l.shown_to_networks
    cross join lateral (
      select n.network_id, n.id from public.organisation_listing n where n.siren = l.siren
      union all select n.network_id, n.id from public.organisation_listing n where n.rna = l.rna
      union all select n.network_id, n.id from public.organisation_listing n where n.national_key = l.national_key
      union all select t.other_network_id, t.other_now_id from tie t
        where t.network_id = l.network_id and t.organisation_id = l.id
    ) near
  ), told as materialized (
    select l.network_id, l.id, l.shown_to_networks as shown, coalesce(
      'siren:' || l.siren,
      (select 'siren:' || min(s.siren) from public.organisation_listing s
        where s.rna = l.rna and s.siren is not null having count(distinct s.siren) = 1),
      'rna:' || l.rna) as key
    from reached r join public.organisation_listing l on l.network_id = r.network_id and l.id = r.id
  ), known as materialized (
    select network_id, id, shown, key, coalesce(key, 'tie:' || network_id || ':' || id) as node from told
  ), edge as materialized (
    select distinct here.node as one, there.node as other
    from known here
    join tie t on t.network_id = here.network_id and t.organisation_id = here.id
    join known there on there.network_id = t.other_network_id and there.id = t.other_now_id
    where here.shown and there.shown and here.node <> there.node
  ), joined(node, with_node) as (
    select node, node from known
    union
    select j.node, e.other from joined j join edge e on e.one = j.with_node
  ), agreed as (
    select node, case
      when count(*) filter (where with_node ^@ 'siren:') = 1 then min(with_node) filter (where with_node ^@ 'siren:')
      when count(*) filter (where with_node ^@ 'siren:') > 1 then null
      when count(*) filter (where with_node ^@ 'rna:') = 1 then min(with_node) filter (where with_node ^@ 'rna:')
      when count(*) filter (where with_node ^@ 'rna:') > 1 or count(*) = 1 then null
      else min(with_node) end as key
    from joined group by node
  ), identity as materialized (
    select k.network_id, k.id, coalesce(a.key, k.key) as key from known k join agreed a using (node)
  ), holders as (
    select key, array_agg(distinct network_id order by network_id) as ids
    from identity where key is not null group by key
  )
  update public.organisation_listing l
  set national_key = i.key, networks = case when cardinality(h.ids) > 1 then h.ids end
  from identity i left join holders h using (key)
  where l.network_id = i.network_id and l.id = i.id
    and (l.national_key, l.networks)
      is distinct from (i.key, case when cardinality(h.ids) > 1 then h.ids end)
$$;
revoke all on function definer_identity.refresh_listing_identity(text[], int, uuid) from public;
grant execute on function definer_identity.refresh_listing_identity(text[], int, uuid) to maillage_app;
