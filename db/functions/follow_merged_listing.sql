-- Ties of listings and of projects that other networks wrote about this network's record name the record
-- that stands for it now:
-- the one it was merged into, or itself again once that is undone.
create or replace function definer_identity.follow_merged_listing(ids uuid[])
returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with now as (
    select t.network_id, t.id, coalesce(r.kept_id, t.other_organisation_id) as leads_to
    from public.listing_tie t
    left join public.organisation_redirect r
      on r.network_id = t.other_network_id and r.old_id = t.other_organisation_id
    where t.other_network_id = (select current_setting('app.network_id')::int)
      and (t.other_organisation_id = any (ids) or t.other_now_id = any (ids))
  )
  update public.listing_tie t set other_now_id = now.leads_to
  from now where t.network_id = now.network_id and t.id = now.id and t.other_now_id <> now.leads_to;

  with now as (
    select t.network_id, t.id, coalesce(r.kept_id, t.organisation_id) as leads_to
    from public.project_tie t
    left join public.organisation_redirect r
      on r.network_id = t.other_network_id and r.old_id = t.organisation_id
    where t.other_network_id = (select current_setting('app.network_id')::int)
      and (t.organisation_id = any (ids) or t.other_now_id = any (ids))
  )
  update public.project_tie t set other_now_id = now.leads_to
  from now where t.network_id = now.network_id and t.id = now.id and t.other_now_id <> now.leads_to
$$;
revoke all on function definer_identity.follow_merged_listing(uuid[]) from public;
grant execute on function definer_identity.follow_merged_listing(uuid[]) to maillage_app;
