-- What the network's team does for those it accompanies: one row an act of support.

create table support_act (
  network_id int not null references network,
  id uuid not null,
  happened_on date not null,
  minutes int not null check (minutes between 1 and 6000),
  -- flow: « au fil de l'eau »; aect: an authority accompanied on its own external action.
  family text not null check (family in ('flow', 'aect')),
  kind text not null,
  channel text check (channel in ('visit', 'phone', 'video', 'mail', 'office')),
  topic text not null default '' check (length(topic) <= 200),
  project_id uuid,
  -- What was agreed, which the organisation reads in its own space; and what stays in the team.
  agreed text not null default '' check (length(agreed) <= 5000),
  note text not null default '' check (length(note) <= 5000),
  next_step text not null default '' check (length(next_step) <= 300),
  next_on date check (next_on is null or next_step <> ''),
  next_done_at timestamptz,
  next_done_by uuid references account,
  account_id uuid references account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Deleted, and put back as long as it has not been forgotten.
  removed_at timestamptz,
  removed_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, project_id) references project on delete set null (project_id),
  check (kind = any (case family
    when 'flow' then array['structuring', 'funding', 'communication', 'orientation', 'partners', 'listing', 'events', 'dynamics']
    else array['awareness', 'framework', 'strategy', 'criteria', 'anchoring'] end))
);
create index support_act_by_day on support_act (network_id, happened_on desc, id desc) where removed_at is null;
create index support_act_project on support_act (network_id, project_id) where project_id is not null;
create index support_act_awaited on support_act (network_id, next_on)
  where next_step <> '' and next_done_at is null and removed_at is null;
create index support_act_removed on support_act (network_id, removed_at) where removed_at is not null;
call make_tenant_table('support_act');

create table support_act_organisation (
  network_id int not null,
  act_id uuid not null,
  organisation_id uuid not null,
  primary key (network_id, act_id, organisation_id),
  foreign key (network_id, act_id) references support_act on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index support_act_of_organisation on support_act_organisation (network_id, organisation_id);
call make_tenant_table('support_act_organisation');
