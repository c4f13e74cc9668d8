-- Projects are searched in a network's desk as its records are: through the door of private searches.
create index project_search on project using gin (network_id, search);
create policy search_reads on project for select to maillage_search using (true);
create policy search_reads on project_holder for select to maillage_search using (true);
grant select on project, project_holder to maillage_search;
-- The records saved last, without reading them all.
create index organisation_saved on organisation (network_id, updated_at, name collate "fr-x-icu", id);
