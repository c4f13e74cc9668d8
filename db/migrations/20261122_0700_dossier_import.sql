-- Files of a funder's platform that fill a session, line by line, and what was last said of each dossier there.

create table dossier_import (
  network_id int not null,
  id uuid not null,
  session_id uuid not null,
  account_id uuid references account,
  name text not null check (length(name) between 1 and 200),
  state text not null default 'reading'
    check (state in ('reading', 'refused', 'matching', 'checking', 'checked', 'writing', 'written', 'undone')),
  refusal text check (length(refusal) <= 60),
  refusal_line int,
  heading_line int,
  -- In the order of the file: [{"heading", "field"}], and no field where a column is left aside.
  columns jsonb not null default '[]' check (jsonb_typeof(columns) = 'array'),
  -- Every column was already known for this dispositif: nobody was asked.
  remembered boolean not null default false,
  row_count int not null default 0,
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  -- Dossiers of the session that the funder's platform named once, and this file does not.
  absent uuid[] not null default '{}',
  work_id uuid,
  written_line int not null default 0,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, session_id) references dispositif_session
);
create index dossier_import_session on dossier_import (network_id, session_id, created_at desc);
call make_tenant_table('dossier_import');

create table dossier_import_line (
  network_id int not null,
  import_id uuid not null,
  line int not null,
  cells jsonb not null check (jsonb_typeof(cells) = 'array'),
  external_number text check (length(external_number) <= 80),
  verdict text check (verdict in ('create', 'update', 'same', 'refused', 'choose')),
  -- What the line says, by target; what it changes, {"target": {"ours", "theirs", "kept"}}; why it is refused.
  given jsonb not null default '{}' check (jsonb_typeof(given) = 'object'),
  changes jsonb not null default '{}' check (jsonb_typeof(changes) = 'object'),
  faults jsonb not null default '[]' check (jsonb_typeof(faults) = 'array'),
  dossier_id uuid,
  -- Whose dossier it will be: found, chosen, or to be made with the name that the line says.
  holder_id uuid,
  makes_holder boolean not null default false,
  -- Targets for which the file is believed against what was written here.
  taken text[] not null default '{}',
  -- What the dossier was before it was written, and the last moment it was touched by this import.
  before jsonb,
  touched_at timestamptz,
  primary key (network_id, import_id, line),
  foreign key (network_id, import_id) references dossier_import on delete cascade,
  foreign key (network_id, dossier_id) references dossier on delete set null (dossier_id),
  foreign key (network_id, holder_id) references organisation on delete set null (holder_id)
);
create index dossier_import_line_verdict on dossier_import_line (network_id, import_id, verdict, line);
create index dossier_import_line_dossier on dossier_import_line (network_id, dossier_id)
  where dossier_id is not null;
create index dossier_import_line_holder on dossier_import_line (network_id, holder_id)
  where holder_id is not null;
call make_tenant_table('dossier_import_line');

-- What the funder's platform last said of a dossier: a value that differs from it was written here.
create table dossier_outside (
  network_id int not null,
  dossier_id uuid not null,
  said jsonb not null check (jsonb_typeof(said) = 'object'),
  updated_at timestamptz not null default now(),
  primary key (network_id, dossier_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
call make_tenant_table('dossier_outside');

-- What columns so headed are, for one dispositif: the next file of the same platform asks nothing.
create table dossier_import_heading (
  network_id int not null,
  dispositif_id uuid not null,
  heading text not null check (length(heading) between 1 and 200),
  -- None: a column that is left aside, knowingly.
  field text check (length(field) between 1 and 120),
  primary key (network_id, dispositif_id, heading),
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
call make_tenant_table('dossier_import_heading');
