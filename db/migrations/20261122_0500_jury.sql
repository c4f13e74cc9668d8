-- Who reads files for a network, and what each says of them.

create table instructor (
  network_id int not null references network,
  id uuid not null,
  -- By which they are invited: whoever proves it is them.
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 160),
  account_id uuid references account,
  organisation_id uuid,
  -- Where the team has no record of it.
  organisation_name text not null default '' check (length(organisation_name) <= 200),
  sectors text[] not null default '{}',
  countries text[] not null default '{}',
  publics text[] not null default '{}',
  most int check (most between 1 and 1000),
  trained_on date,
  ended_at timestamptz,
  ended_by uuid references account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation on delete set null (organisation_id)
);
create unique index instructor_email on instructor (network_id, email) where ended_at is null;
create index instructor_account on instructor (network_id, account_id) where account_id is not null;
create index instructor_organisation on instructor (network_id, organisation_id) where organisation_id is not null;
call make_tenant_table('instructor');

-- How the files of a session are read.
create table session_instruction (
  network_id int not null,
  session_id uuid not null,
  readers int not null default 2 check (readers between 1 and 10),
  due_on date,
  -- Files are read without what says whose they are.
  anonymous boolean not null default false,
  -- What was wanting at the last distribution: [{"dossier", "missing", "why"}].
  short jsonb not null default '[]' check (jsonb_typeof(short) = 'array'),
  distributed_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (network_id, session_id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade
);
call make_tenant_table('session_instruction');

-- Chosen for a session. Nothing is read before the interests are declared.
create table session_instructor (
  network_id int not null,
  session_id uuid not null,
  instructor_id uuid not null,
  chosen_at timestamptz not null default now(),
  declared_at timestamptz,
  -- People they are tied to, in their words.
  persons text not null default '' check (length(persons) <= 2000),
  primary key (network_id, session_id, instructor_id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade
);
create index session_instructor_of on session_instructor (network_id, instructor_id);
call make_tenant_table('session_instructor');

-- An organisation an instructor says to be tied to.
create table interest (
  network_id int not null,
  session_id uuid not null,
  instructor_id uuid not null,
  organisation_id uuid not null,
  nature text not null check (length(nature) between 1 and 500),
  primary key (network_id, session_id, instructor_id, organisation_id),
  foreign key (network_id, session_id, instructor_id) references session_instructor on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index interest_organisation on interest (network_id, organisation_id);
call make_tenant_table('interest');

-- Who may not read a file, and why. Proposed or confirmed, it hides the file; dismissed, it does not.
create table conflict (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  -- [{"kind", "said"}]: known facts by their kind, and what fills their sentence.
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  state text not null check (state in ('proposed', 'confirmed', 'dismissed')),
  -- Withdrew by themselves.
  recused boolean not null default false,
  note text not null default '' check (length(note) <= 1000),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references account,
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade,
  check (state <> 'dismissed' or length(note) >= 3)
);
create index conflict_instructor on conflict (network_id, instructor_id);
call make_tenant_table('conflict');

-- A file given to read.
create table assignment (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  given_at timestamptz not null default now(),
  given_by uuid references account,
  -- Told what became of the file.
  told_at timestamptz,
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade
);
create index assignment_instructor on assignment (network_id, instructor_id);
call make_tenant_table('assignment');

-- What an instructor says of a file; a draft until it is handed in.
create table review (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  grid_id uuid,
  scores jsonb not null default '{}' check (jsonb_typeof(scores) = 'object'),
  -- In a hundred, once handed in.
  score float8 check (score between 0 and 100),
  opinion text check (opinion in ('favourable', 'reservations', 'unfavourable')),
  comment text not null default '' check (length(comment) <= 5000),
  amount_cents bigint check (amount_cents >= 0),
  -- For its author alone.
  private_note text not null default '' check (length(private_note) <= 5000),
  submitted_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade,
  foreign key (network_id, grid_id) references dispositif_revision
);
create index review_instructor on review (network_id, instructor_id);
create index review_grid on review (network_id, grid_id) where grid_id is not null;
call make_tenant_table('review');

-- An expert asked about chosen parts of a file, by a link of their own.
create table expert_request (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 160),
  question text not null check (length(question) between 1 and 2000),
  due_on date,
  -- Keys of the form.
  sections text[] not null check (cardinality(sections) between 1 and 30),
  token_hash text not null,
  answer text not null default '' check (length(answer) <= 10000),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  asked_by uuid references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  unique (network_id, token_hash),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
create index expert_request_of on expert_request (network_id, dossier_id);
call make_tenant_table('expert_request');
