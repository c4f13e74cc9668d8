-- Projects told whole, published as listings, and held by organisations of several networks.

alter table project no force row level security;
alter table project_holder no force row level security;

alter table project
  -- Chosen at the first publication and kept for ever.
  add column slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column summary text not null default '' check (length(summary) <= 400),
  add column body text not null default '',
  -- The first is the main one.
  add column countries text[] not null default '{}',
  add column place text,
  add column lat double precision,
  add column lon double precision,
  -- Telling where would put partners in danger: the public reads the country and nothing nearer.
  add column country_only boolean not null default false,
  add column sectors text[] not null default '{}',
  add column sdgs smallint[] not null default '{}',
  add column status text not null default 'running'
    check (status in ('idea', 'planned', 'running', 'done', 'abandoned')),
  -- The figure stays with the team; the public reads the band.
  add column budget_cents bigint check (budget_cents >= 0),
  add column budget_band text
    check (budget_band in ('under_10k', 'under_50k', 'under_150k', 'under_500k', 'over_500k')),
  add column results text not null default '',
  -- « team »: it may never be published.
  add column visibility text not null default 'public' check (visibility in ('public', 'team')),
  add column version int not null default 1,
  add constraint project_slug unique (network_id, slug),
  add constraint project_point check ((lat is null) = (lon is null));
update project set countries = case when country is null then '{}'::text[] else array[country] end,
  sectors = case when sector is null then '{}'::text[] else array[sector] end;
alter table project drop column country, drop column sector,
  add column search tsvector not null generated always as (
    setweight(to_tsvector('maillage_fr', searched_words(title)), 'A')
    || setweight(to_tsvector('maillage_fr', searched_words(summary || ' ' || coalesce(place, ''))), 'B')
    || setweight(to_tsvector('maillage_fr', searched_words(body || ' ' || results)), 'D')
  ) stored;
create index project_by_title on project (network_id, title collate "fr-x-icu", id);

-- One of the holders leads.
alter table project_holder add column lead boolean not null default false;
update project_holder h set lead = true from (
  select network_id, project_id, min(organisation_id::text)::uuid as organisation_id
  from project_holder group by network_id, project_id
) first where first.network_id = h.network_id and first.project_id = h.project_id
  and first.organisation_id = h.organisation_id;
create unique index project_holder_lead on project_holder (network_id, project_id) where lead;

alter table project force row level security;
alter table project_holder force row level security;

-- Organisations of the network that take part without holding it: they are no actors by this alone.
create table project_partner_here (
  network_id int not null,
  project_id uuid not null,
  organisation_id uuid not null,
  primary key (network_id, project_id, organisation_id),
  foreign key (network_id, project_id) references project on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index project_partner_here_organisation on project_partner_here (network_id, organisation_id);
call make_tenant_table('project_partner_here');

-- Whoever it is done with there: a name is enough, nobody keeps a record of them.
create table project_partner_there (
  network_id int not null,
  id uuid not null,
  project_id uuid not null,
  position smallint not null,
  name text not null check (length(name) between 1 and 200),
  kind text check (kind in
    ('association', 'local_authority', 'education_research', 'company', 'public_body', 'other')),
  place text,
  country text,
  primary key (network_id, id),
  foreign key (network_id, project_id) references project on delete cascade
);
create index project_partner_there_project on project_partner_there (network_id, project_id, position);
call make_tenant_table('project_partner_there');

-- Who pays; how much stays with the team.
create table project_funding (
  network_id int not null,
  id uuid not null,
  project_id uuid not null,
  position smallint not null,
  funder text not null check (length(funder) between 1 and 200),
  amount_cents bigint check (amount_cents >= 0),
  primary key (network_id, id),
  foreign key (network_id, project_id) references project on delete cascade
);
create index project_funding_project on project_funding (network_id, project_id, position);
call make_tenant_table('project_funding');

-- A picture without words for whoever does not see it is not kept.
create table project_picture (
  network_id int not null,
  file_id uuid not null,
  project_id uuid not null,
  position smallint not null,
  alt text not null check (length(alt) between 1 and 300),
  credit text not null default '',
  primary key (network_id, file_id),
  foreign key (network_id, file_id) references stored_file (network_id, id) on delete cascade,
  foreign key (network_id, project_id) references project on delete cascade
);
create index project_picture_project on project_picture (network_id, project_id, position);
call make_tenant_table('project_picture');
