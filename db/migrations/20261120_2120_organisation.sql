-- What a network knows of an organisation (private), and what it publishes of it (listing).

-- PostgreSQL's own cutting of a text into words depends on the database's LC_CTYPE: under C every
-- character beyond ASCII is a letter, so that « Niort–Atakpamé » is one word; and « Niort/Tsevie » is
-- a file's path whatever the locale. Words are cut here first, as searches are
-- (server/directory/organisation/search-terms.ts): letters and figures, whatever stands between.
-- Accents written apart (U+0300 to U+036F) belong to their letter. Measured: a fifth more time than
-- to_tsvector alone.
create function searched_words(said text) returns text language sql immutable parallel safe
  return regexp_replace(said collate "fr-x-icu", '[^[:alnum:]\u0300-\u036f]+', ' ', 'g');

create table organisation (
  network_id int not null references network,
  id uuid not null,
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  acronym text,
  aliases text[] not null default '{}',
  kind text not null check (kind in ('association', 'local_authority', 'education_research', 'company', 'other')),
  subkind text,
  siren text check (siren ~ '^[0-9]{9}$'),
  siret text check (siret ~ '^[0-9]{14}$'),
  rna text check (rna ~ '^W[0-9][0-9A-Z][0-9]{7}$'),
  address text,
  insee text,
  postal_code text,
  city text,
  department text,
  lat double precision,
  lon double precision,
  website text,
  description text not null default '',
  countries text[] not null default '{}',
  sectors text[] not null default '{}',
  sdgs smallint[] not null default '{}',
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search tsvector not null generated always as (
    setweight(to_tsvector('maillage_fr', searched_words(name || ' ' || coalesce(acronym, ''))), 'A')
    || setweight(to_tsvector('maillage_fr', searched_words(immutable_join(aliases))), 'B')
    || setweight(to_tsvector('maillage_fr',
         searched_words(coalesce(city, '')) || ' ' || coalesce(postal_code, '') || ' ' || coalesce(siren, '')
         || ' ' || coalesce(siret, '') || ' ' || coalesce(rna, '')), 'C')
    || setweight(to_tsvector('maillage_fr', searched_words(description)), 'D')
  ) stored,
  primary key (network_id, id),
  unique (network_id, slug)
);
create index organisation_by_name on organisation (network_id, name collate "fr-x-icu", id);
create index organisation_search on organisation using gin (network_id, search);
create index organisation_siren on organisation (network_id, siren) where siren is not null;
call make_tenant_table('organisation');

create function listing_search(words text, facets text[]) returns tsvector language sql immutable parallel safe
  return strip(to_tsvector('maillage_fr', searched_words(words))) || array_to_tsvector(facets);

create table organisation_listing (
  network_id int not null,
  id uuid not null,
  slug text not null,
  name text not null,
  acronym text,
  aliases text[] not null,
  kind text not null,
  subkind text,
  address text,
  postal_code text,
  city text,
  department text,
  lat double precision,
  lon double precision,
  website text,
  description text not null,
  countries text[] not null,
  zones text[] not null,
  sectors text[] not null,
  sdgs smallint[] not null,
  -- a badge that ends by itself with the year paid for
  member_until date,
  -- SIREN, else RNA: the same organisation in two networks, told without reading their records
  national_key text,
  -- every network that lists this key, filled only when there are several
  networks int[],
  published_at timestamptz not null,
  updated_at timestamptz not null,
  -- The name's words apart, small enough to sit in the row: those whose own name answers come first.
  title tsvector not null generated always as (
    strip(to_tsvector('maillage_fr',
      searched_words(name || ' ' || coalesce(acronym, '') || ' ' || immutable_join(aliases))))
  ) stored,
  -- Every word people search by, labels of both languages included, and every facet as a word
  -- ('c=TG'): one index answers a search and its filters together. Kept without the text it comes
  -- from, and without positions, because the cost of counting is the number of pages read.
  search tsvector not null,
  primary key (network_id, id),
  unique (network_id, slug),
  foreign key (network_id, id) references organisation on delete cascade
);
create index organisation_listing_by_name on organisation_listing (network_id, name collate "fr-x-icu", id);
create index organisation_listing_national on organisation_listing (name collate "fr-x-icu", network_id, id);
create index organisation_listing_search on organisation_listing using gin (network_id, search);
create index organisation_listing_title on organisation_listing using gin (network_id, title);
-- Unfiltered facets read this index alone.
create index organisation_listing_facets on organisation_listing (network_id, id)
  include (kind, department, zones, countries, sectors, sdgs, member_until, networks, national_key);
create index organisation_listing_key on organisation_listing (national_key) where national_key is not null;
call make_listing_table('organisation_listing');

-- Words of published listings, to mend a mistyped one. Public by nature, shared by all networks.
create table listing_word (word text primary key check (length(word) between 1 and 60));
grant select, insert, delete on listing_word to maillage_app;
