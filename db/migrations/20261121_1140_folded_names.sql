-- One form in which two spellings of the same words are equal, kept beside each record: what a mistyped
-- search and the look for duplicates compare. Trigrams, so that a slip does not hide a name.
create extension if not exists pg_trgm;

-- Letters without accents, small, words one space apart.
create function folded(said text) returns text language sql immutable parallel safe
  return lower(trim(unaccent('unaccent'::regdictionary, searched_words(normalize(said, nfc)))) collate "fr-x-icu");

alter table organisation
  -- The name on the first line, the acronym on the second, then every other name, then the town.
  add column folded text not null generated always as (
    folded(name) || E'\n' || folded(coalesce(acronym, '')) || E'\n'
    || folded(immutable_join(aliases) || ' ' || names_of(former_names)) || E'\n' || folded(coalesce(city, ''))
  ) stored;
create index organisation_folded on organisation using gin (network_id, folded gin_trgm_ops);

alter table person
  add column folded text not null generated always as (folded(given_name || ' ' || family_name)) stored;
create index person_folded on person using gin (network_id, folded gin_trgm_ops);

-- Trigram and full-text operators leak, as those of organisations: the same door, with its own reading rights.
create policy search_reads on person for select to maillage_search using (true);
create policy search_reads on person_position for select to maillage_search using (true);
grant select on person, person_position to maillage_search;
