-- What the public writes to an organisation through its page. Its text is the organisation's to read;
-- the team sees who wrote when, to stop abuse. Purged after the months the network chose.

create table organisation_message (
  network_id int not null references network,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid references account on delete set null,
  sender_name text not null,
  sender_email text not null check (sender_email = lower(sender_email)),
  subject text not null check (length(subject) between 1 and 150),
  body text not null check (length(body) between 1 and 5000),
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  sent_at timestamptz not null default now(),
  confirmed_at timestamptz,
  relayed_at timestamptz,
  -- How many addresses it reached.
  reached int not null default 0,
  read_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade
);
create index organisation_message_organisation on organisation_message (network_id, organisation_id, sent_at);
create index organisation_message_recent on organisation_message (network_id, sent_at);
call make_tenant_table('organisation_message');
