-- A line that changes a record is read before it is written: what it changes, as it was when it was checked.
alter table organisation_import_line
  -- {"fields": {field: {"from", "to"}}, "people": [{"at", "kind", "fields"}], "tags": [name]}
  add column changes jsonb,
  -- The file names a known record otherwise than the network does.
  add column named_otherwise boolean not null default false;
create index organisation_import_line_named on organisation_import_line (network_id, import_id, line)
  where named_otherwise;
