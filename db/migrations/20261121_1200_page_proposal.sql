-- Who knows a page keeps it: what they propose, and what opens without an account.

-- A link of a mail for who has no account: what it may do, once, until a day. Only its hash is kept.
create table public_link (
  network_id int not null references network,
  token_hash text not null,
  purpose text not null,
  -- What it is about: a row of the table its purpose names.
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (network_id, token_hash)
);
create index public_link_subject on public_link (network_id, subject_id);
call make_tenant_table('public_link');

-- What an organisation, or somebody who saw its page, says it should become.
create table page_proposal (
  network_id int not null references network,
  id uuid not null,
  organisation_id uuid not null,
  -- Its author; a link of a mail or a visitor has no account.
  account_id uuid references account on delete set null,
  origin text not null default 'member' check (origin in ('member', 'verification', 'visitor')),
  author text not null default '',
  reply_to text,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  -- Only the fields it changes, and what they were when it was begun.
  proposed jsonb not null default '{}' check (jsonb_typeof(proposed) = 'object'),
  base jsonb not null default '{}' check (jsonb_typeof(base) = 'object'),
  base_version int not null,
  note text not null default '',
  state text not null default 'draft' check (state in ('draft', 'submitted', 'published', 'refused')),
  -- The fields that were taken, when it is published.
  taken text[] not null default '{}',
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade,
  check ((decided_at is null) = (state in ('draft', 'submitted')))
);
create index page_proposal_organisation on page_proposal (network_id, organisation_id, created_at);
create index page_proposal_waiting on page_proposal (network_id, submitted_at) where state = 'submitted';
create unique index page_proposal_open on page_proposal (network_id, organisation_id, account_id)
  where state in ('draft', 'submitted');
call make_tenant_table('page_proposal');

-- The public reads in which month a page was said to be right.
alter table organisation_listing add column verified_at timestamptz;

-- What a network decided of its member space; messages to organisations are forgotten after some months.
alter table network_setting
  add column proposals_at_once boolean not null default false,
  add column colleagues_accepted boolean not null default false,
  add column messages_kept_months int not null default 12 check (messages_kept_months between 1 and 36);
