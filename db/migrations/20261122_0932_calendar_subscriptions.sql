-- An address that a calendar follows without signing in: it holds a secret, this its hash. One a person and network.
create table calendar_subscription (
  network_id int not null references network,
  account_id uuid not null references account,
  token_hash text not null,
  created_at timestamptz not null,
  primary key (network_id, account_id),
  unique (network_id, token_hash)
);
call make_tenant_table('calendar_subscription');
