-- What the team says to each other of a dossier. Nobody else ever reads it.
create table dossier_message (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  account_id uuid references account,
  body text not null check (length(body) <= 4000),
  at timestamptz not null,
  -- Taken back by its author: its words are gone, that something was said stays.
  withdrawn_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  check (body <> '' or withdrawn_at is not null)
);
create index dossier_message_of on dossier_message (network_id, dossier_id, at);
call make_tenant_table('dossier_message');
