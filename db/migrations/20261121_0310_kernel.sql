-- The organs every capability uses: files, long work, mail, notifications.

create table stored_file (
  network_id int not null references network,
  id uuid not null,
  -- Where the bytes are: a random name that says nothing.
  storage_key text not null,
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  -- What it belongs to; whoever may read that may read the file.
  owner_type text not null,
  owner_id uuid not null,
  is_public boolean not null default false,
  verdict text not null default 'not_scanned' check (verdict in ('not_scanned', 'clean', 'infected')),
  created_by uuid references account,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (network_id, id)
);
create index stored_file_owner on stored_file (network_id, owner_type, owner_id);
call make_tenant_table('stored_file');

-- Work a person waits for, and may leave and come back to.
create table long_work (
  network_id int not null references network,
  id uuid not null,
  account_id uuid references account,
  kind text not null,
  input jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'failed', 'done', 'cancelled')),
  done int not null default 0,
  total int,
  error_code text,
  result jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (network_id, id)
);
create index long_work_recent on long_work (network_id, created_at);
call make_tenant_table('long_work');

create table outgoing_mail (
  id uuid primary key,
  network_id int references network,
  to_address text not null,
  locale text not null check (locale in ('fr', 'en')),
  template text not null,
  -- What the template needs; emptied once sent outside a demonstration, a link in it opens things.
  props jsonb not null default '{}',
  subject text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'bounced')),
  attempts int not null default 0,
  message_id text,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outgoing_mail_recent on outgoing_mail (created_at);
create index outgoing_mail_message on outgoing_mail (message_id);
grant select, insert, update, delete on outgoing_mail to maillage_app;

-- Addresses that refused for good: writing to them again harms every network's mail.
create table mail_bounce (
  address_hash text primary key,
  reason text not null,
  at timestamptz not null default now()
);
grant select, insert, update, delete on mail_bounce to maillage_app;

create table notification (
  network_id int not null references network,
  id uuid not null,
  account_id uuid not null references account on delete cascade,
  kind text not null,
  params jsonb not null default '{}',
  path text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  digested_at timestamptz,
  primary key (network_id, id)
);
create index notification_account on notification (network_id, account_id, created_at);
call make_tenant_table('notification');

create table notification_choice (
  network_id int not null references network,
  account_id uuid not null references account on delete cascade,
  kind text not null,
  in_app boolean not null default true,
  by_mail boolean not null default true,
  primary key (network_id, account_id, kind)
);
call make_tenant_table('notification_choice');

create index audit_entry_recent on audit_entry (network_id, at);
create index audit_entry_account on audit_entry (network_id, account_id, at);
