-- What a network publishes of a project, and the two ends of a project held across networks.

create table project_listing (
  network_id int not null,
  id uuid not null,
  slug text not null,
  title text not null,
  summary text not null,
  body text not null,
  results text not null,
  countries text[] not null,
  zones text[] not null,
  place text,
  lat double precision,
  lon double precision,
  country_only boolean not null,
  sectors text[] not null,
  sdgs smallint[] not null,
  status text not null,
  started_on date,
  ended_on date,
  budget_band text,
  -- Of every holder, named or not.
  holder_kinds text[] not null,
  -- The lead first. They are named where their own listing is: one that is withdrawn is named no more.
  holders uuid[] not null,
  partners_here uuid[] not null,
  -- [{"name", "kind", "place", "country"}]; with the country only, kinds and countries alone.
  partners_there jsonb not null,
  funders text[] not null,
  -- [{"file", "alt", "credit"}]
  pictures jsonb not null,
  -- Other networks whose organisation holds it too, both ends agreeing; null when there is none.
  shown_in int[],
  -- [{"network", "organisation"}], those organisations.
  elsewhere jsonb,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  title_words tsvector not null generated always as (
    strip(to_tsvector('maillage_fr', searched_words(title)))
  ) stored,
  search tsvector not null,
  primary key (network_id, id),
  unique (network_id, slug),
  foreign key (network_id, id) references project on delete cascade,
  -- Whatever wrote the row: with the country only there is no place and no point.
  check (not country_only or (place is null and lat is null and lon is null))
);
create index project_listing_search on project_listing using gin (network_id, search);
create index project_listing_recent on project_listing (network_id, published_at desc, id);
create index project_listing_elsewhere on project_listing using gin (network_id, shown_in) where shown_in is not null;
call make_listing_table('project_listing');

-- The end of the network that keeps the project: it names an organisation another network lists.
create table project_tie (
  network_id int not null,
  id uuid not null,
  project_id uuid not null,
  other_network_id int not null references network,
  organisation_id uuid not null,
  -- As they were told to the other network, which reads nothing else of the project.
  project_title text not null,
  organisation_name text not null,
  holder_name text not null,
  proposed_by uuid references account,
  proposed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, project_id, other_network_id, organisation_id),
  foreign key (network_id, project_id) references project on delete cascade
);
call make_tenant_table('project_tie');
create policy other_end on project_tie for select to maillage_app
  using (other_network_id = (select current_setting('app.network_id')::int));
create index project_tie_other on project_tie (network_id, other_network_id);

-- The other end: what the network of that organisation answers, and may take back.
create table project_tie_answer (
  network_id int not null,
  -- The tie it answers.
  id uuid not null,
  asking_network_id int not null references network,
  organisation_id uuid not null,
  answer text not null check (answer in ('confirmed', 'refused', 'revoked')),
  reason text not null default '',
  answered_by uuid references account,
  answered_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index project_tie_answer_organisation on project_tie_answer (network_id, organisation_id);
call make_tenant_table('project_tie_answer');
create policy other_end on project_tie_answer for select to maillage_app
  using (asking_network_id = (select current_setting('app.network_id')::int));

-- A listing shows in another network when both ends say so: the function reads the two ends, and
-- writes what follows from them and nothing else.
create policy identity_reads on project_tie for select to maillage_identity using (true);
create policy identity_reads on project_tie_answer for select to maillage_identity using (true);
create policy identity_reads on project_listing for select to maillage_identity using (true);
create policy identity_writes on project_listing for update to maillage_identity using (true) with check (true);
grant select on project_tie, project_tie_answer to maillage_identity;
grant select, update (shown_in, elsewhere) on project_listing to maillage_identity;
