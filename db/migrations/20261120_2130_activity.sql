-- The least that tells an actor (at least one project) and a member (of a year).

create table project (
  network_id int not null references network,
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  country text,
  sector text,
  started_on date,
  ended_on date check (ended_on >= started_on),
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id)
);
call make_tenant_table('project');

create table project_holder (
  network_id int not null,
  project_id uuid not null,
  organisation_id uuid not null,
  primary key (network_id, project_id, organisation_id),
  foreign key (network_id, project_id) references project on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index project_holder_organisation on project_holder (network_id, organisation_id);
call make_tenant_table('project_holder');

create table membership (
  network_id int not null,
  organisation_id uuid not null,
  year smallint not null check (year between 1990 and 2200),
  college text not null,
  joined_on date not null,
  created_at timestamptz not null default now(),
  primary key (network_id, organisation_id, year),
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index membership_year on membership (network_id, year);
call make_tenant_table('membership');

-- Who did what, when; appended by acts in their own transaction, never rewritten.
create table audit_entry (
  network_id int not null references network,
  id uuid not null,
  account_id uuid references account,
  action text not null,
  object_type text not null,
  object_id uuid not null,
  changes jsonb not null default '{}',
  at timestamptz not null default now(),
  primary key (network_id, id)
);
create index audit_entry_object on audit_entry (network_id, object_type, object_id, at);
call make_tenant_table('audit_entry');
revoke update, delete on audit_entry from maillage_app;
