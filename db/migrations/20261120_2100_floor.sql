-- The ground every later table stands on: extensions, roles' rights, and one procedure
-- a table class, so that a table cannot forget its policies.

create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
create extension if not exists btree_gin;

create text search configuration maillage_fr (copy = french);
alter text search configuration maillage_fr
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part
  with unaccent, french_stem;
create text search configuration maillage_words (copy = simple);
alter text search configuration maillage_words
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part
  with unaccent, simple;

-- The network of the running transaction. Unset (42704) or emptied (22P02) it raises: a query
-- outside inNetwork is an error, never rows. Spelled inline in policies, where the planner
-- evaluates it once; this function serves definer functions and column defaults.
create function current_network() returns int language sql stable
  return current_setting('app.network_id')::int;

-- array_to_string is only STABLE because of exotic element types; text has none of them.
create function immutable_join(words text[]) returns text language sql immutable parallel safe
  return array_to_string(words, ' ');

create procedure make_tenant_table(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($f$create policy tenant on %s to maillage_app
    using (network_id = (select current_setting('app.network_id')::int))
    with check (network_id = (select current_setting('app.network_id')::int))$f$, target);
  execute format('grant select, insert, update, delete on %s to maillage_app', target);
end $$;

-- A listing is public: everyone reads it, only its own network writes it.
create procedure make_listing_table(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy public_read on %s for select to maillage_app using (true)', target);
  execute format($f$create policy own_insert on %s for insert to maillage_app
    with check (network_id = (select current_setting('app.network_id')::int))$f$, target);
  execute format($f$create policy own_update on %s for update to maillage_app
    using (network_id = (select current_setting('app.network_id')::int))
    with check (network_id = (select current_setting('app.network_id')::int))$f$, target);
  execute format($f$create policy own_delete on %s for delete to maillage_app
    using (network_id = (select current_setting('app.network_id')::int))$f$, target);
  execute format('grant select, insert, update, delete on %s to maillage_app', target);
end $$;

create table network (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('regional', 'conference')),
  status text not null check (status in ('active', 'to_confirm'))
);
-- Networks come from tenants/, at start, by the owner.
grant select on network to maillage_app;

-- Raised by every act that changes a listing: what was computed for an older revision is stale.
create table listing_revision (
  network_id int primary key references network,
  revision bigint not null default 0
);
call make_listing_table('listing_revision');
