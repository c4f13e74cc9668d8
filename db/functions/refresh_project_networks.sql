-- Writes on a project's listing the other networks that show it: those whose own answer confirms what
-- its network proposed, for the organisation the answer names, while they list it.
create or replace function definer_identity.refresh_project_networks(of_network int, of_project uuid)
returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with ties as (
    select t.other_network_id, a.organisation_id
    from public.project_tie t
    join public.project_tie_answer a on a.network_id = t.other_network_id and a.id = t.id
      and a.asking_network_id = t.network_id
    join public.organisation_listing l
      on l.network_id = a.network_id and l.id = a.organisation_id
    where t.network_id = of_network and t.project_id = of_project and a.answer = 'confirmed'
  ), told as (
    select array_agg(distinct other_network_id order by other_network_id) as networks,
      jsonb_agg(jsonb_build_object('network', other_network_id, 'organisation', organisation_id)
        order by other_network_id, organisation_id) as organisations
    from ties
  )
  update public.project_listing p set shown_in = told.networks, elsewhere = told.organisations
  from told
  where p.network_id = of_network and p.id = of_project
    and (p.shown_in, p.elsewhere) is distinct from (told.networks, told.organisations)
$$;
revoke all on function definer_identity.refresh_project_networks(int, uuid) from public;
grant execute on function definer_identity.refresh_project_networks(int, uuid) to maillage_app;
