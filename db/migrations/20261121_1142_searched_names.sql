-- Names that begin with what is typed: read in order, without reading what answers otherwise.
create index organisation_folded_start on organisation (network_id, folded collate "C", id);
-- The address of an organisation is searched like its numbers.
alter table organisation drop column search;
alter table organisation add column search tsvector not null generated always as (
  setweight(to_tsvector('maillage_fr', searched_words(name || ' ' || coalesce(acronym, ''))), 'A')
  || setweight(to_tsvector('maillage_fr', searched_words(immutable_join(aliases) || ' ' || names_of(former_names))), 'B')
  || setweight(to_tsvector('maillage_fr',
       searched_words(coalesce(city, '') || ' ' || coalesce(email, '')) || ' ' || coalesce(postal_code, '')
       || ' ' || coalesce(siren, '') || ' ' || coalesce(siret, '') || ' ' || coalesce(rna, '')), 'C')
  || setweight(to_tsvector('maillage_fr', searched_words(description)), 'D')
) stored;
create index organisation_search on organisation using gin (network_id, search);
