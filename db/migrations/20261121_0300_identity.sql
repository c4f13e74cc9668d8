-- Grants become facts with a life: who gave them, for what, until when, withdrawn by whom. They are
-- read before any network is chosen and written by their own network alone, like a listing.

alter table account_grant drop constraint account_grant_pkey;
alter table account_grant drop constraint account_grant_role_check;
alter table account_grant
  add column id uuid not null default gen_random_uuid(),
  add column profile text check (profile in ('direction', 'mission', 'finance', 'intern')),
  add column missions text[] not null default '{}',
  add column programme_id uuid,
  add column revoked_at timestamptz,
  add column revoked_by uuid references account,
  add constraint account_grant_role_check check (role in
    ('admin', 'staff', 'board', 'juror', 'member', 'holder', 'sponsor', 'observatory', 'coordinator')),
  add constraint account_grant_profile_of_staff check (profile is null or role = 'staff'),
  add constraint account_grant_programme check ((role = 'coordinator') = (programme_id is not null)),
  add constraint account_grant_revoked_by check (revoked_by is null or revoked_at is not null),
  add primary key (network_id, id);
alter table account_grant alter column id drop default;
drop index account_grant_network;
create index account_grant_account on account_grant (account_id);
call make_listing_table('account_grant');
-- A grant is ended, never erased: what was done under it stays explained.
revoke delete on account_grant from maillage_app;

-- The organisations a member, holder or sponsor acts for.
create table grant_organisation (
  network_id int not null,
  grant_id uuid not null,
  organisation_id uuid not null,
  primary key (network_id, grant_id, organisation_id),
  foreign key (network_id, grant_id) references account_grant on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index grant_organisation_organisation on grant_organisation (network_id, organisation_id);
call make_tenant_table('grant_organisation');

-- Somebody asks to act for an organisation; staff agree or not. Taking over ends what the former
-- representatives had.
create table representation_request (
  network_id int not null,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null references account on delete cascade,
  job_title text not null default '',
  message text not null default '',
  takes_over boolean not null default false,
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references account,
  decision text check (decision in ('accepted', 'refused')),
  reason text,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation on delete cascade,
  check ((decided_at is null) = (decision is null))
);
create index representation_request_organisation on representation_request (network_id, organisation_id);
create unique index representation_request_open on representation_request
  (network_id, organisation_id, account_id) where decided_at is null;
call make_tenant_table('representation_request');

create table invitation (
  network_id int not null references network,
  id uuid not null,
  email text not null check (email = lower(email) and email like '%_@_%'),
  role text not null check (role in
    ('admin', 'staff', 'board', 'juror', 'member', 'holder', 'sponsor', 'observatory', 'coordinator')),
  profile text check (profile in ('direction', 'mission', 'finance', 'intern')),
  missions text[] not null default '{}',
  organisation_ids uuid[] not null default '{}',
  programme_id uuid,
  ends_on date,
  -- What the link opens once accepted.
  path text not null,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  token_hash text not null,
  expires_at timestamptz not null,
  invited_by uuid references account,
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  accepted_by uuid references account,
  withdrawn_at timestamptz,
  primary key (network_id, id),
  check ((role = 'coordinator') = (programme_id is not null))
);
create unique index invitation_token on invitation (network_id, token_hash);
call make_tenant_table('invitation');

-- A person is away; a colleague sees and does what awaits them until they are back.
create table absence (
  network_id int not null references network,
  id uuid not null,
  account_id uuid not null references account on delete cascade,
  colleague_id uuid not null references account on delete cascade,
  starts_on date not null,
  back_on date not null check (back_on > starts_on),
  note text not null default '',
  given_by uuid references account,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (network_id, id)
);
create index absence_colleague on absence (network_id, colleague_id, back_on);
call make_tenant_table('absence');

grant insert (id, email, name, password_hash, locale) on account to maillage_app;
grant update (email, name, password_hash, locale) on account to maillage_app;

alter table account_session
  add column device text not null default '',
  add column last_seen_at timestamptz not null default now(),
  -- Opened by a password while a passkey is still asked: it signs nobody in yet.
  add column awaits_passkey boolean not null default false,
  add column challenge text;

-- Single-use links: only the hash is kept.
create table account_token (
  token_hash text primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('sign_in', 'reset')),
  path text not null default '/',
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index account_token_account on account_token (account_id);
create index account_token_expiry on account_token (expires_at);
grant select, insert, update, delete on account_token to maillage_app;

-- A new e-mail is taken once both addresses said yes.
create table email_change (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  new_email text not null check (new_email = lower(new_email) and new_email like '%_@_%'),
  old_token_hash text not null unique,
  new_token_hash text not null unique,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index email_change_account on email_change (account_id);
grant select, insert, update, delete on email_change to maillage_app;

create table passkey (
  id text primary key,
  account_id uuid not null references account on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 80),
  backed_up boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);
grant select, insert, update, delete on passkey to maillage_app;

-- Whom an identity provider knows, and the round trips under way.
create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index account_identity_account on account_identity (account_id);
grant select, insert, delete on account_identity to maillage_app;

create table oidc_attempt (
  state_hash text primary key,
  nonce text not null,
  code_verifier text not null,
  path text not null default '/',
  account_id uuid references account on delete cascade,
  expires_at timestamptz not null
);
create index oidc_attempt_expiry on oidc_attempt (expires_at);
grant select, insert, delete on oidc_attempt to maillage_app;

-- What happened to an account, shown to its person; appended, never rewritten.
create table account_event (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  kind text not null,
  device text not null default '',
  at timestamptz not null default now()
);
create index account_event_account on account_event (account_id, at);
grant select, insert on account_event to maillage_app;
