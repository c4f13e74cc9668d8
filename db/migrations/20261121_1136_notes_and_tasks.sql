-- What the team writes down of an organisation, and what it has to do for it.
create table organisation_note (
  network_id int not null references network,
  id uuid not null,
  organisation_id uuid not null,
  body text not null check (length(body) between 1 and 5000),
  account_id uuid references account,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  -- Deleted, and to be put back for as long as the nightly job has not erased it.
  deleted_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
create index organisation_note_organisation on organisation_note (network_id, organisation_id, created_at);
call make_tenant_table('organisation_note');

create table organisation_task (
  network_id int not null references network,
  id uuid not null,
  organisation_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  due_on date,
  assignee_id uuid references account,
  created_by uuid references account,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
create index organisation_task_organisation on organisation_task (network_id, organisation_id);
create index organisation_task_open on organisation_task (network_id, assignee_id, due_on) where done_at is null;
call make_tenant_table('organisation_task');
