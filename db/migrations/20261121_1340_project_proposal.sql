-- What an organisation that holds a project, or begins one, says it should become.
create table project_proposal (
  network_id int not null references network,
  id uuid not null,
  -- None while the project is yet to be made.
  project_id uuid,
  organisation_id uuid not null,
  account_id uuid references account on delete set null,
  -- Of a new project all of it; of another only the fields it changes, and what they were.
  proposed jsonb not null default '{}' check (jsonb_typeof(proposed) = 'object'),
  base jsonb not null default '{}' check (jsonb_typeof(base) = 'object'),
  note text not null default '',
  state text not null default 'draft' check (state in ('draft', 'submitted', 'published', 'refused')),
  taken text[] not null default '{}',
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, project_id) references project (network_id, id) on delete cascade,
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade,
  check ((decided_at is null) = (state in ('draft', 'submitted')))
);
create index project_proposal_project on project_proposal (network_id, project_id);
create index project_proposal_organisation on project_proposal (network_id, organisation_id, updated_at);
create index project_proposal_waiting on project_proposal (network_id, submitted_at) where state = 'submitted';
create unique index project_proposal_open on project_proposal (network_id, project_id, account_id)
  where state in ('draft', 'submitted');
call make_tenant_table('project_proposal');
