-- Who has no account asks too: to represent an organisation, or to register one nobody knows yet.

alter table representation_request
  alter column account_id drop not null,
  -- Of who has no account; the address is proven by a link before the team sees the request.
  add column name text,
  add column email text check (email = lower(email)),
  add column locale text not null default 'fr' check (locale in ('fr', 'en')),
  add column confirmed_at timestamptz,
  -- A representative who invites a colleague, where the network wants to agree first.
  add column invited_by uuid references account,
  add check (account_id is not null or (email is not null and name is not null));
create index representation_request_email on representation_request (network_id, email) where decided_at is null;

create table registration (
  network_id int not null references network,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  subkind text,
  insee text,
  postal_code text,
  siren text,
  rna text,
  website text,
  description text not null default '',
  contact_name text not null,
  contact_email text not null check (contact_email = lower(contact_email)),
  contact_function text not null default '',
  message text not null default '',
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references account,
  decision text check (decision in ('created', 'tied', 'refused')),
  reason text,
  -- The record it became, or was tied to.
  organisation_id uuid,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete set null (organisation_id),
  check ((decided_at is null) = (decision is null))
);
create index registration_waiting on registration (network_id, confirmed_at) where decided_at is null;
create index registration_organisation on registration (network_id, organisation_id) where organisation_id is not null;
call make_tenant_table('registration');
