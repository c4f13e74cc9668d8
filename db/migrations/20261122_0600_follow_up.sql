-- Sponsors, the funder's decisions, letters, and what follows a decision.

-- Until when an organisation may answer for the files of others: for one scheme, or for all.
create table sponsor_accreditation (
  network_id int not null,
  id uuid not null,
  organisation_id uuid not null,
  dispositif_id uuid,
  starts_on date not null,
  ends_on date,
  reference text not null default '' check (length(reference) <= 120),
  note text not null default '' check (length(note) <= 2000),
  -- The training of sponsors it followed.
  trained_on date,
  -- Taken back before its time: from that day it holds no more.
  ended_on date,
  end_reason text not null default '' check (length(end_reason) <= 1000),
  account_id uuid references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation,
  foreign key (network_id, dispositif_id) references dispositif,
  check (ends_on is null or starts_on <= ends_on)
);
create index sponsor_accreditation_of on sponsor_accreditation (network_id, organisation_id, starts_on desc);
create index sponsor_accreditation_dispositif on sponsor_accreditation (network_id, dispositif_id)
  where dispositif_id is not null;
call make_tenant_table('sponsor_accreditation');

-- Of the last decision recorded, while it stands.
alter table dossier add column granted_cents bigint check (granted_cents >= 0);

-- What was decided: lines are added and never change; a correction is one more.
create table dossier_decision (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  number int not null check (number >= 1),
  outcome text not null check (outcome in ('financed', 'refused', 'adjourned')),
  amount_cents bigint check (amount_cents >= 0),
  decided_on date not null,
  reference text not null default '' check (length(reference) <= 120),
  comment text not null default '' check (length(comment) <= 2000),
  origin text not null check (origin in ('single', 'import')),
  account_id uuid references account,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, dossier_id, number),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  check (outcome = 'financed' or amount_cents is null)
);
call make_tenant_table('dossier_decision');
revoke update, delete on dossier_decision from maillage_app;

-- A spreadsheet of decisions, read and not yet written.
create table decision_import (
  network_id int not null,
  id uuid not null,
  session_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  headings jsonb not null check (jsonb_typeof(headings) = 'array'),
  -- [{"line", "cells"}]
  rows jsonb not null check (jsonb_typeof(rows) = 'array'),
  -- [what each column says, or null]
  matching jsonb not null check (jsonb_typeof(matching) = 'array'),
  account_id uuid references account,
  created_at timestamptz not null,
  written_at timestamptz,
  written int,
  primary key (network_id, id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade
);
create index decision_import_session on decision_import (network_id, session_id, created_at desc);
call make_tenant_table('decision_import');

-- The words of a network for a letter; without a line, those that come ready.
create table dispositif_letter (
  network_id int not null,
  dispositif_id uuid not null,
  key text not null check (key ~ '^[a-z_]{3,30}$'),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 10000),
  account_id uuid references account,
  updated_at timestamptz not null default now(),
  primary key (network_id, dispositif_id, key),
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
call make_tenant_table('dispositif_letter');

-- A letter as it was sent, and to whom.
create table dossier_letter (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  key text not null check (key ~ '^[a-z_]{3,30}$'),
  subject text not null check (length(subject) between 1 and 400),
  body text not null check (length(body) between 1 and 20000),
  -- [{"name", "email", "as"}]
  sent_to jsonb not null check (jsonb_typeof(sent_to) = 'array'),
  account_id uuid references account,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
create index dossier_letter_of on dossier_letter (network_id, dossier_id, at desc);
call make_tenant_table('dossier_letter');
-- What was sent does not change; it goes with its dossier.
revoke update on dossier_letter from maillage_app;

-- Money promised to a dossier, or that it gives back.
create table dossier_payment (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  kind text not null check (kind in ('advance', 'balance', 'return')),
  amount_cents bigint not null check (amount_cents > 0),
  due_on date,
  -- To whom the funder pays it: a sponsor passes it on.
  paid_to text not null check (paid_to in ('holder', 'sponsor')),
  account_id uuid references account,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
create index dossier_payment_of on dossier_payment (network_id, dossier_id);
call make_tenant_table('dossier_payment');

-- What happened to it: paid by the funder, received by the sponsor, passed on to the holder. A mistake is taken
-- back, and stays to be read.
create table dossier_payment_step (
  network_id int not null,
  id uuid not null,
  payment_id uuid not null,
  step text not null check (step in ('paid', 'received', 'passed_on')),
  amount_cents bigint not null check (amount_cents > 0),
  happened_on date not null,
  note text not null default '' check (length(note) <= 500),
  file_id uuid,
  account_id uuid references account,
  at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid references account,
  primary key (network_id, id),
  foreign key (network_id, payment_id) references dossier_payment on delete cascade,
  foreign key (network_id, file_id) references stored_file on delete set null (file_id)
);
create unique index dossier_payment_step_once on dossier_payment_step (network_id, payment_id, step)
  where cancelled_at is null;
create index dossier_payment_step_file on dossier_payment_step (network_id, file_id) where file_id is not null;
call make_tenant_table('dossier_payment_step');

-- What is awaited of a financed dossier, and the project that tells it to the public.
create table dossier_follow_up (
  network_id int not null,
  dossier_id uuid not null,
  report_due_on date,
  -- The due day somebody was last reminded of, before it and after it.
  reminded_before date,
  reminded_after date,
  project_id uuid,
  project_at timestamptz,
  project_by uuid references account,
  primary key (network_id, dossier_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, project_id) references project on delete set null (project_id)
);
create unique index dossier_follow_up_project on dossier_follow_up (network_id, project_id)
  where project_id is not null;
create index dossier_follow_up_report on dossier_follow_up (network_id, report_due_on)
  where report_due_on is not null;
call make_tenant_table('dossier_follow_up');

-- Whether the published list of those retained says what each was granted.
alter table dispositif_session add column laureates_amounts boolean not null default false;

-- Who was retained, as the public reads it.
create table laureate_listing (
  network_id int not null,
  id uuid not null,
  session_id uuid not null,
  dispositif_id uuid not null,
  holders text[] not null,
  title text not null,
  countries text[] not null,
  amount_cents bigint check (amount_cents >= 0),
  published_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, id) references dossier on delete cascade,
  foreign key (network_id, session_id) references dispositif_session on delete cascade,
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
create index laureate_listing_session on laureate_listing (network_id, session_id);
create index laureate_listing_dispositif on laureate_listing (network_id, dispositif_id);
call make_listing_table('laureate_listing');

-- What makes dispositifs known, and those who sponsor and instruct able.
create table outreach_action (
  network_id int not null references network,
  id uuid not null,
  kind text not null
    check (kind in ('information', 'support', 'presentation', 'workshop', 'stand', 'sponsor_training', 'instructor_training')),
  happened_on date not null,
  title text not null check (length(title) between 1 and 200),
  place text not null default '' check (length(place) <= 200),
  people int check (people between 0 and 1000000),
  organisations int check (organisations between 0 and 1000000),
  note text not null default '' check (length(note) <= 5000),
  account_id uuid references account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (network_id, id)
);
create index outreach_action_day on outreach_action (network_id, happened_on desc);
call make_tenant_table('outreach_action');

create table outreach_action_dispositif (
  network_id int not null,
  action_id uuid not null,
  dispositif_id uuid not null,
  primary key (network_id, action_id, dispositif_id),
  foreign key (network_id, action_id) references outreach_action on delete cascade,
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
create index outreach_action_dispositif_of on outreach_action_dispositif (network_id, dispositif_id);
call make_tenant_table('outreach_action_dispositif');

create table outreach_action_colleague (
  network_id int not null,
  action_id uuid not null,
  account_id uuid not null references account,
  primary key (network_id, action_id, account_id),
  foreign key (network_id, action_id) references outreach_action on delete cascade
);
create index outreach_action_colleague_of on outreach_action_colleague (network_id, account_id);
call make_tenant_table('outreach_action_colleague');
