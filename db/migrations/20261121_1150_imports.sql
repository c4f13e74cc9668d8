-- Files of organisations brought in: read into lines, matched, checked, then written in batches that a
-- stopped worker takes up where it left them.
create table organisation_import (
  network_id int not null references network,
  id uuid not null,
  account_id uuid references account,
  name text not null check (length(name) between 1 and 200),
  state text not null default 'reading' check (state in
    ('reading', 'refused', 'matching', 'checking', 'checked', 'writing', 'written', 'undoing', 'undone')),
  -- Why the file could not be read, and where.
  refusal text,
  refusal_line int,
  headings text[] not null default '{}',
  -- How many rows the file has.
  row_count int not null default 0,
  -- {"columns": [field or null], "lists", "source", …}: what each column is.
  matching jsonb not null default '{}' check (jsonb_typeof(matching) = 'object'),
  -- By field, then by value as folded: what somebody said it means; '' leaves it out.
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  work_id uuid,
  batch_id uuid,
  -- The last line that was written, in the transaction that wrote it.
  written_line int not null default 0,
  checked_at timestamptz,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (network_id, id)
);
create index organisation_import_recent on organisation_import (network_id, created_at);
call make_tenant_table('organisation_import');

-- One row of the file: its cells, then what they mean and what becomes of it.
create table organisation_import_line (
  network_id int not null,
  import_id uuid not null,
  line int not null,
  cells jsonb not null,
  verdict text check (verdict in ('create', 'update', 'same', 'refused', 'like')),
  -- The record it makes or changes; of a new one, chosen when it was checked.
  organisation_id uuid,
  given jsonb,
  -- [{"code", "field", "value"}]
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  -- [{"id", "name", "city"}]: records it may be, for a person to choose.
  likely jsonb not null default '[]' check (jsonb_typeof(likely) = 'array'),
  -- What it wrote of people, so that it can be undone.
  people jsonb not null default '[]' check (jsonb_typeof(people) = 'array'),
  primary key (network_id, import_id, line),
  foreign key (network_id, import_id) references organisation_import (network_id, id) on delete cascade
);
create index organisation_import_line_verdict on organisation_import_line (network_id, import_id, verdict, line);
call make_tenant_table('organisation_import_line');

-- What columns mean, kept under a name to serve again or be given to another network.
create table import_matching (
  network_id int not null references network,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  matching jsonb not null check (jsonb_typeof(matching) = 'object'),
  account_id uuid references account,
  created_at timestamptz not null default now(),
  primary key (network_id, id)
);
create unique index import_matching_name on import_matching (network_id, lower(name));
call make_tenant_table('import_matching');

-- How another tool calls an organisation, so that its next file finds it again.
create table organisation_external_key (
  network_id int not null references network,
  source text not null check (length(source) between 1 and 60),
  key text not null check (length(key) between 1 and 100),
  organisation_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (network_id, source, key),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
create index organisation_external_key_organisation on organisation_external_key (network_id, organisation_id);
call make_tenant_table('organisation_external_key');
create index organisation_siret on organisation (network_id, siret) where siret is not null;
