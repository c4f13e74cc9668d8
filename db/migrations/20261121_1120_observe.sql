-- An organisation told whole: its seat and branches, its former names, who may see what of it, the
-- fields its network adds, and the people one meets there.

alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in
  ('association', 'local_authority', 'education_research', 'company', 'public_body', 'other'));
-- Public bodies were among the others.
alter table organisation no force row level security;
alter table organisation_listing no force row level security;
update organisation set kind = 'public_body',
  subkind = case subkind when 'public_body' then 'public_agency' else subkind end
  where kind = 'other' and subkind in ('public_body', 'hospital');
update organisation_listing set kind = 'public_body',
  subkind = case subkind when 'public_body' then 'public_agency' else subkind end,
  search = ts_delete(search, 'kind=other') || array_to_tsvector('{kind=public_body}')
  where kind = 'other' and subkind in ('public_body', 'hospital');
alter table organisation force row level security;
alter table organisation_listing force row level security;

-- [{"name", "from", "until"}]: what it was called, and when; dates may be missing.
create function names_of(former jsonb) returns text language sql immutable parallel safe
  return (select coalesce(string_agg(one ->> 'name', ' '), '') from jsonb_array_elements(former) one);

alter table organisation
  -- A branch (antenne) of another organisation of the same network.
  add column parent_id uuid,
  add column former_names jsonb not null default '[]' check (jsonb_typeof(former_names) = 'array'),
  -- Two letters; elsewhere than in France there is no commune, only a place's name.
  add column seat_country text not null default 'FR' check (seat_country ~ '^[A-Z]{2}$'),
  -- A seat at somebody's home: the public reads its commune alone.
  add column seat_private boolean not null default false,
  add column email text,
  add column phone text,
  -- Four separate choices of the organisation; the first, being shown publicly, is publication itself.
  add column aggregated boolean not null default true,
  add column shown_to_networks boolean not null default true,
  add column contactable boolean not null default true,
  -- Last time somebody who knows said that all of it is right.
  add column verified_at timestamptz,
  -- Values of the network's own fields, by key.
  add column own_fields jsonb not null default '{}' check (jsonb_typeof(own_fields) = 'object'),
  add foreign key (network_id, parent_id) references organisation (network_id, id) on delete set null (parent_id),
  add check (parent_id <> id),
  drop column search;
alter table organisation add column search tsvector not null generated always as (
  setweight(to_tsvector('maillage_fr', searched_words(name || ' ' || coalesce(acronym, ''))), 'A')
  || setweight(to_tsvector('maillage_fr', searched_words(immutable_join(aliases) || ' ' || names_of(former_names))), 'B')
  || setweight(to_tsvector('maillage_fr',
       searched_words(coalesce(city, '')) || ' ' || coalesce(postal_code, '') || ' ' || coalesce(siren, '')
       || ' ' || coalesce(siret, '') || ' ' || coalesce(rna, '')), 'C')
  || setweight(to_tsvector('maillage_fr', searched_words(description)), 'D')
) stored;
create index organisation_search on organisation using gin (network_id, search);
create index organisation_parent on organisation (network_id, parent_id) where parent_id is not null;
create index organisation_rna on organisation (network_id, rna) where rna is not null;

create table person (
  network_id int not null references network,
  id uuid not null,
  given_name text not null default '' check (length(given_name) <= 100),
  family_name text not null check (length(family_name) between 1 and 100),
  email text,
  -- What two spellings of one address have in common.
  email_key text generated always as (lower(email)) stored,
  phone text,
  languages text[] not null default '{}',
  topics text[] not null default '{}',
  -- Why the network may keep these data, where they come from, and since when.
  legal_basis text not null default 'legitimate_interest'
    check (legal_basis in ('consent', 'contract', 'legitimate_interest')),
  data_origin text not null default '',
  consented_on date,
  -- Last real exchange; what data are kept for counts from there.
  last_contact_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector not null generated always as (
    to_tsvector('maillage_words', searched_words(given_name || ' ' || family_name || ' ' || coalesce(email, '')))
  ) stored,
  primary key (network_id, id)
);
create index person_by_name on person (network_id, family_name collate "fr-x-icu", given_name collate "fr-x-icu", id);
create index person_email on person (network_id, email_key) where email_key is not null;
create index person_search on person using gin (network_id, search);
call make_tenant_table('person');

-- What a person does somewhere, from when to when. One may hold several at once.
create table person_position (
  network_id int not null references network,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  function text not null default '' check (length(function) <= 200),
  standing text not null default 'staff' check (standing in ('elected', 'staff', 'volunteer', 'other')),
  -- A service or direction of a large organisation.
  service text,
  started_on date,
  ended_on date check (ended_on >= started_on),
  created_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id) on delete cascade,
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
create index person_position_person on person_position (network_id, person_id);
create index person_position_organisation on person_position (network_id, organisation_id);
call make_tenant_table('person_position');

-- Many records changed in one go (an import, an action on a selection), so that it can be undone whole.
create table change_batch (
  network_id int not null references network,
  id uuid not null,
  kind text not null,
  -- What was done, for the page that tells it.
  summary jsonb not null default '{}',
  account_id uuid references account,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references account,
  primary key (network_id, id)
);
create index change_batch_recent on change_batch (network_id, created_at);
call make_tenant_table('change_batch');

-- One record of a batch: what it was (null: it did not exist), and the version the batch left it at.
-- A record that somebody saved since has another version, and is not put back.
create table change_batch_line (
  network_id int not null,
  batch_id uuid not null,
  organisation_id uuid not null,
  before jsonb,
  version int not null,
  primary key (network_id, batch_id, organisation_id),
  foreign key (network_id, batch_id) references change_batch (network_id, id) on delete cascade
);
create index change_batch_line_organisation on change_batch_line (network_id, organisation_id);
call make_tenant_table('change_batch_line');
