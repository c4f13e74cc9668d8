-- A project's tie names the record of the other network: when that one is merged, it names the record kept.

alter table project_tie no force row level security;
alter table organisation_redirect no force row level security;
alter table project_tie
  -- The record that stands for it since it was merged in its network.
  add column other_now_id uuid;
update project_tie t set other_now_id = coalesce(
  (select r.kept_id from organisation_redirect r
    where r.network_id = t.other_network_id and r.old_id = t.organisation_id), t.organisation_id);
alter table project_tie alter column other_now_id set not null;
alter table project_tie force row level security;
alter table organisation_redirect force row level security;

create policy identity_writes on project_tie for update to maillage_identity using (true) with check (true);
grant update (other_now_id) on project_tie to maillage_identity;
