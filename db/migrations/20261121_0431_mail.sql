-- A mail being handed over is marked before and after: two workers never hand over the same one, and
-- a crash in between is seen. An address that refused for good is not written to again: `suppressed`.
alter table outgoing_mail drop constraint outgoing_mail_state_check;
alter table outgoing_mail
  add column sending_since timestamptz,
  add constraint outgoing_mail_state_check
    check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'suppressed'));
create index outgoing_mail_pending on outgoing_mail (created_at) where state in ('waiting', 'sending');

-- A link of a digest that stops the digests, for who is not signed in. Only the hash is kept.
create table unsubscribe_link (
  network_id int not null references network,
  token_hash text not null,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  primary key (network_id, token_hash)
);
create index unsubscribe_link_account on unsubscribe_link (network_id, account_id);
call make_tenant_table('unsubscribe_link');

-- The digest looks for what was not told yet, the bell for what was not read.
create index notification_undigested on notification (network_id, created_at)
  where digested_at is null and read_at is null;
