-- Whoever writes a dossier for its holder, what they attach to it, and what the team asks them to correct.

-- A person of the holder, promised by an e-mail and, once they came, an account.
create table dossier_editor (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  account_id uuid references account,
  name text not null default '' check (length(name) <= 120),
  -- None where they began it themselves.
  added_by uuid references account,
  added_at timestamptz not null default now(),
  joined_at timestamptz,
  -- When their browser last said that it has the form open.
  seen_at timestamptz,
  removed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  check ((account_id is null) = (joined_at is null))
);
create unique index dossier_editor_live on dossier_editor (network_id, dossier_id, email) where removed_at is null;
create index dossier_editor_account on dossier_editor (network_id, account_id) where removed_at is null;
call make_tenant_table('dossier_editor');

-- What a dossier holds beside its answers; the bytes and their name are of the stored file.
create table dossier_file (
  network_id int not null,
  file_id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('field', 'imported', 'report', 'letter', 'other')),
  -- Of the form, where a field asked for it.
  field_key text check (field_key ~ '^[a-z][a-z0-9_]{0,59}$'),
  added_by uuid references account,
  added_at timestamptz not null default now(),
  primary key (network_id, file_id),
  foreign key (network_id, file_id) references stored_file on delete cascade,
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  check ((kind = 'field') = (field_key is not null))
);
create index dossier_file_of on dossier_file (network_id, dossier_id, added_at);
call make_tenant_table('dossier_file');

-- Fields that the team asks the holder to write again, until a day; one request at a time.
create table dossier_correction (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  fields text[] not null check (cardinality(fields) between 1 and 200),
  reason text not null check (length(reason) between 3 and 2000),
  due_on date not null,
  asked_by uuid references account,
  asked_at timestamptz not null default now(),
  reminded_at timestamptz,
  answered_by uuid references account,
  answered_at timestamptz,
  -- What the holder says of what they changed.
  answer text not null default '' check (length(answer) <= 2000),
  cancelled_by uuid references account,
  cancelled_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  check (answered_at is null or cancelled_at is null)
);
create unique index dossier_correction_open on dossier_correction (network_id, dossier_id)
  where answered_at is null and cancelled_at is null;
create index dossier_correction_of on dossier_correction (network_id, dossier_id, asked_at);
call make_tenant_table('dossier_correction');

-- Who wrote what of an answer, and what it replaced when somebody else had written it: two people in one
-- form lose nothing.
create table dossier_save (
  network_id int not null,
  dossier_id uuid not null,
  version int not null,
  account_id uuid references account,
  at timestamptz not null,
  fields text[] not null,
  replaced jsonb not null default '{}' check (jsonb_typeof(replaced) = 'object'),
  primary key (network_id, dossier_id, version),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
call make_tenant_table('dossier_save');

-- What somebody asked to begin before their address was proven; its link makes the dossier, once.
create table dossier_start (
  network_id int not null,
  id uuid not null,
  session_id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null default '' check (length(name) <= 120),
  organisation text not null default '' check (length(organisation) <= 200),
  -- SIREN, SIRET or RNA, as typed once its spaces are gone.
  identifier text not null default '' check (length(identifier) <= 20),
  title text not null default '' check (length(title) <= 200),
  locale text not null check (locale in ('fr', 'en')),
  created_at timestamptz not null default now(),
  dossier_id uuid,
  -- What it was told to be when the dossier was made.
  organisation_id uuid,
  primary key (network_id, id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade,
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete set null (organisation_id)
);
create index dossier_start_session on dossier_start (network_id, session_id);
create index dossier_start_dossier on dossier_start (network_id, dossier_id) where dossier_id is not null;
create index dossier_start_organisation on dossier_start (network_id, organisation_id)
  where organisation_id is not null;
call make_tenant_table('dossier_start');

-- What the holder says once it is done: words and the amount spent. Who was there is `dossier.achieved`.
create table dossier_report (
  network_id int not null,
  dossier_id uuid not null,
  body text not null default '' check (length(body) <= 20000),
  spent_cents bigint check (spent_cents >= 0),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  sent_at timestamptz,
  sent_by uuid references account,
  primary key (network_id, dossier_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
call make_tenant_table('dossier_report');

-- When those who write a draft were reminded that the call closes.
alter table dossier add column closing_told_at timestamptz;
