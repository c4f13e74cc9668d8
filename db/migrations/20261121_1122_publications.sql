-- From when to when a record was public. Whatever act publishes or withdraws writes published_at; the
-- database keeps the periods, so that no way of publishing can forget them and a figure « au 31 décembre »
-- stays the same after later edits.

create table organisation_publication (
  network_id int not null,
  organisation_id uuid not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= published_at),
  primary key (network_id, organisation_id, published_at),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
call make_tenant_table('organisation_publication');

create table project_publication (
  network_id int not null,
  project_id uuid not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= published_at),
  primary key (network_id, project_id, published_at),
  foreign key (network_id, project_id) references project (network_id, id) on delete cascade
);
call make_tenant_table('project_publication');

-- One statement for all rows written at once: `args` are the table of periods and its column.
create function keep_publications() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    execute format(
      'update %1$I p set withdrawn_at = greatest(now(), p.published_at)
       from gone o join kept n on n.network_id = o.network_id and n.id = o.id
       where o.published_at is not null and n.published_at is distinct from o.published_at
         and p.network_id = o.network_id and p.%2$I = o.id and p.withdrawn_at is null', tg_argv[0], tg_argv[1]);
    execute format(
      'insert into %1$I (network_id, %2$I, published_at)
       select n.network_id, n.id, n.published_at from kept n join gone o on o.network_id = n.network_id and o.id = n.id
       where n.published_at is not null and n.published_at is distinct from o.published_at
       on conflict (network_id, %2$I, published_at) do update set withdrawn_at = null', tg_argv[0], tg_argv[1]);
  else
    execute format(
      'insert into %1$I (network_id, %2$I, published_at)
       select network_id, id, published_at from kept where published_at is not null
       on conflict do nothing', tg_argv[0], tg_argv[1]);
  end if;
  return null;
end $$;

create trigger publications_inserted after insert on organisation referencing new table as kept
  for each statement execute function keep_publications('organisation_publication', 'organisation_id');
create trigger publications_updated after update on organisation referencing old table as gone new table as kept
  for each statement execute function keep_publications('organisation_publication', 'organisation_id');
create trigger publications_inserted after insert on project referencing new table as kept
  for each statement execute function keep_publications('project_publication', 'project_id');
create trigger publications_updated after update on project referencing old table as gone new table as kept
  for each statement execute function keep_publications('project_publication', 'project_id');

-- What is public today has been since its last publication.
alter table organisation no force row level security;
alter table project no force row level security;
alter table organisation_publication no force row level security;
alter table project_publication no force row level security;
insert into organisation_publication (network_id, organisation_id, published_at)
  select network_id, id, published_at from organisation where published_at is not null;
insert into project_publication (network_id, project_id, published_at)
  select network_id, id, published_at from project where published_at is not null;
alter table organisation force row level security;
alter table project force row level security;
alter table organisation_publication force row level security;
alter table project_publication force row level security;

create index membership_since on membership (network_id, year, joined_on);
