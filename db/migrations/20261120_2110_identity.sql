-- One person, one account, whatever the number of networks: these tables are global because
-- signing in happens before any network is known.

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  created_at timestamptz not null default now()
);
grant select on account to maillage_app;

create table account_session (
  id_hash text primary key,
  account_id uuid not null references account on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index account_session_account on account_session (account_id);
create index account_session_expiry on account_session (expires_at);
grant select, insert, update, delete on account_session to maillage_app;

create table account_grant (
  account_id uuid not null references account on delete cascade,
  network_id int not null references network,
  role text not null check (role in ('admin', 'staff')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  given_by uuid references account,
  given_at timestamptz not null default now(),
  primary key (account_id, network_id, role, starts_on)
);
create index account_grant_network on account_grant (network_id);
grant select on account_grant to maillage_app;

-- Tries at the door, kept in the database so that several machines count together.
create table sign_in_attempt (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);
grant select, insert, update, delete on sign_in_attempt to maillage_app;
