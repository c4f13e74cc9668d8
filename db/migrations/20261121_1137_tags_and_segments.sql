-- Words of the team's own to sort its records by, and filters of the list kept under a name.
create table tag (
  network_id int not null references network,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  colour text not null default 'grey' check (colour in ('grey', 'green', 'blue', 'violet', 'red', 'ochre')),
  created_at timestamptz not null default now(),
  primary key (network_id, id)
);
create unique index tag_name on tag (network_id, lower(name));
call make_tenant_table('tag');

create table organisation_tag (
  network_id int not null references network,
  organisation_id uuid not null,
  tag_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (network_id, organisation_id, tag_id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade,
  foreign key (network_id, tag_id) references tag (network_id, id) on delete cascade
);
create index organisation_tag_tag on organisation_tag (network_id, tag_id);
call make_tenant_table('organisation_tag');

create table segment (
  network_id int not null references network,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- The filters as the list's address says them.
  query text not null check (length(query) <= 4000),
  shared boolean not null default false,
  account_id uuid not null references account,
  created_at timestamptz not null default now(),
  primary key (network_id, id)
);
create index segment_account on segment (network_id, account_id);
call make_tenant_table('segment');
