-- For who has lost their passkey: single-use codes, of which only the hash is kept.
create table recovery_code (
  code_hash text primary key,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index recovery_code_account on recovery_code (account_id);
grant select, insert, update, delete on recovery_code to maillage_app;
