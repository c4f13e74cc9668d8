-- The import that said how a tool calls a record: undone, it takes that back with all else it wrote.
alter table organisation_external_key
  add column import_id uuid,
  add foreign key (network_id, import_id) references organisation_import (network_id, id) on delete set null (import_id);
create index organisation_external_key_import on organisation_external_key (network_id, import_id)
  where import_id is not null;
