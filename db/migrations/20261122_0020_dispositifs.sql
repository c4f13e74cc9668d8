-- Schemes that fund or accompany projects, their calls, and the files of a call.

create table dispositif (
  network_id int not null references network,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  code text not null check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 200),
  -- Other spellings and former names, searched too: VVV-SI is VVVSI, VVSI, VVVS.
  aliases text[] not null default '{}',
  summary text not null default '' check (length(summary) <= 600),
  -- In plain words for the public page; Markdown.
  body text not null default '' check (length(body) <= 20000),
  funder text not null default '' check (length(funder) <= 200),
  legal_text text not null default '' check (length(legal_text) <= 2000),
  contact text not null default '' check (length(contact) <= 500),
  -- Where a file is deposited: on the funder's own platform, or here.
  intake text not null check (intake in ('elsewhere', 'here')),
  intake_url text check (intake_url ~ '^https?://' and length(intake_url) <= 500),
  -- The ready template it came from; of one's own, none.
  template text,
  -- Whether its form, rules and grid were opened to changes.
  customised boolean not null default false,
  published_at timestamptz,
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  unique (network_id, slug)
);
create unique index dispositif_code on dispositif (network_id, upper(code)) where archived_at is null;
call make_tenant_table('dispositif');

-- A form, a set of rules or a grid, as it was at one time. What is published never changes; one draft each.
create table dispositif_revision (
  network_id int not null,
  id uuid not null,
  dispositif_id uuid not null,
  kind text not null check (kind in ('form', 'rules', 'grid')),
  number int not null check (number >= 1),
  content jsonb not null,
  note text not null default '' check (length(note) <= 500),
  account_id uuid references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (network_id, id),
  unique (network_id, dispositif_id, kind, number),
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
create unique index dispositif_revision_draft on dispositif_revision (network_id, dispositif_id, kind)
  where published_at is null;
call make_tenant_table('dispositif_revision');

create function keep_published_revision() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.published_at is not null and (new.dispositif_id, new.kind, new.number, new.content, new.published_at)
      is distinct from (old.dispositif_id, old.kind, old.number, old.content, old.published_at) then
    raise exception 'a published revision does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke all on function keep_published_revision() from public;
create trigger published_stays before update on dispositif_revision
  for each row execute function keep_published_revision();

-- One call of a dispositif.
create table dispositif_session (
  network_id int not null,
  id uuid not null,
  dispositif_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  year int not null check (year between 2000 and 2100),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- The zone in which its days and its closing are told.
  time_zone text not null,
  actions_from date,
  actions_to date,
  envelope_cents bigint check (envelope_cents >= 0),
  rules_id uuid not null,
  form_id uuid not null,
  grid_id uuid,
  -- The optional steps its files go through, of those that `dossier_move_legal` knows.
  steps text[] not null default '{}' check (steps <@ array['sponsor', 'instruction', 'national', 'advance']),
  jury text not null default 'grid' check (jury in ('grid', 'simple')),
  retention_months int not null default 60 check (retention_months between 6 and 240),
  -- The same in each network that holds it with others.
  shared_key text check (length(shared_key) between 3 and 80),
  last_number int not null default 0,
  published_at timestamptz,
  laureates_published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, dispositif_id) references dispositif,
  foreign key (network_id, rules_id) references dispositif_revision,
  foreign key (network_id, form_id) references dispositif_revision,
  foreign key (network_id, grid_id) references dispositif_revision,
  check (opens_at < closes_at),
  check (actions_from is null or actions_to is null or actions_from <= actions_to)
);
create index dispositif_session_of on dispositif_session (network_id, dispositif_id, closes_at desc);
create index dispositif_session_year on dispositif_session (network_id, year, closes_at desc);
create index dispositif_session_rules on dispositif_session (network_id, rules_id);
create index dispositif_session_form on dispositif_session (network_id, form_id);
create index dispositif_session_grid on dispositif_session (network_id, grid_id) where grid_id is not null;
call make_tenant_table('dispositif_session');

-- One file. Who changes its state says when, by whom and why in the same statement: the database writes the
-- line of `dossier_move`, and refuses a move that `dossier_move_legal` does not know.
create table dossier (
  network_id int not null,
  id uuid not null,
  session_id uuid not null,
  -- Within its session, as people name it.
  number int not null,
  title text not null default '' check (length(title) <= 200),
  origin text not null check (origin in ('here', 'import', 'behalf')),
  -- As the funder's own platform names it and says where it stands.
  external_number text check (length(external_number) between 1 and 80),
  external_status text not null default '' check (length(external_status) <= 120),
  form_id uuid not null,
  -- By key of a field. What rules, lists and figures look at is told in the columns below as well.
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
  countries text[] not null default '{}',
  department text check (length(department) between 2 and 3),
  starts_on date,
  ends_on date,
  requested_cents bigint check (requested_cents >= 0),
  -- Numbers of people, and never a name.
  planned jsonb check (jsonb_typeof(planned) = 'object'),
  achieved jsonb check (jsonb_typeof(achieved) = 'object'),
  sponsor_id uuid,
  assignee_id uuid references account,
  state text not null default 'draft',
  -- Of its last change of state.
  moved_at timestamptz not null,
  moved_by uuid references account,
  move_reason text not null default '' check (length(move_reason) <= 2000),
  -- How many there were.
  moves int not null default 0,
  submitted_at timestamptz,
  merged_into uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  unique (network_id, session_id, number),
  foreign key (network_id, session_id) references dispositif_session,
  foreign key (network_id, form_id) references dispositif_revision,
  foreign key (network_id, sponsor_id) references organisation on delete set null (sponsor_id),
  foreign key (network_id, merged_into) references dossier,
  check (starts_on is null or ends_on is null or starts_on <= ends_on),
  check (state <> 'merged' or merged_into is not null)
);
create unique index dossier_external on dossier (network_id, session_id, external_number)
  where external_number is not null;
create index dossier_inbox on dossier (network_id, session_id, state, number);
create index dossier_form on dossier (network_id, form_id);
create index dossier_sponsor on dossier (network_id, sponsor_id) where sponsor_id is not null;
create index dossier_assignee on dossier (network_id, assignee_id) where assignee_id is not null;
create index dossier_merged on dossier (network_id, merged_into) where merged_into is not null;
call make_tenant_table('dossier');

-- Whose file it is: one leads, others hold it with them.
create table dossier_holder (
  network_id int not null,
  dossier_id uuid not null,
  organisation_id uuid not null,
  lead boolean not null default false,
  primary key (network_id, dossier_id, organisation_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, organisation_id) references organisation
);
create unique index dossier_holder_lead on dossier_holder (network_id, dossier_id) where lead;
create index dossier_holder_organisation on dossier_holder (network_id, organisation_id);
call make_tenant_table('dossier_holder');

-- Every change of state: who, when, why. Lines are added and never change.
create table dossier_move (
  network_id int not null,
  dossier_id uuid not null,
  nth int not null check (nth >= 0),
  from_state text check ((from_state is null) = (nth = 0)),
  to_state text not null,
  at timestamptz not null,
  account_id uuid references account,
  reason text not null default '' check (length(reason) <= 2000),
  primary key (network_id, dossier_id, nth),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
call make_tenant_table('dossier_move');
revoke update, delete on dossier_move from maillage_app;

create function judge_dossier_move() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state not in ('draft', 'submitted') then
      raise exception 'a dossier does not begin as %', new.state using errcode = 'integrity_constraint_violation';
    end if;
    new.moves := 0;
    return new;
  end if;
  new.moves := old.moves;
  if new.state = old.state then
    return new;
  end if;
  if not dossier_move_legal(old.state, new.state, (
      select steps from dispositif_session where network_id = new.network_id and id = new.session_id)) then
    raise exception 'a dossier does not go from % to %', old.state, new.state
      using errcode = 'integrity_constraint_violation';
  end if;
  new.moves := old.moves + 1;
  return new;
end $$;
revoke all on function judge_dossier_move() from public;
create trigger move_is_legal before insert or update on dossier
  for each row execute function judge_dossier_move();

create function tell_dossier_move() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into dossier_move (network_id, dossier_id, nth, from_state, to_state, at, account_id, reason)
  values (new.network_id, new.id, new.moves, case when tg_op = 'UPDATE' then old.state end, new.state,
    new.moved_at, new.moved_by, new.move_reason);
  return null;
end $$;
revoke all on function tell_dossier_move() from public;
create trigger first_state_is_told after insert on dossier for each row execute function tell_dossier_move();
create trigger move_is_told after update on dossier for each row
  when (old.moves <> new.moves) execute function tell_dossier_move();

-- A rule that one file need not keep, by somebody of the team and for a reason.
create table dossier_waiver (
  network_id int not null,
  dossier_id uuid not null,
  rule_key text not null check (length(rule_key) between 1 and 60),
  reason text not null check (length(reason) between 3 and 1000),
  account_id uuid references account,
  at timestamptz not null,
  primary key (network_id, dossier_id, rule_key),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
call make_tenant_table('dossier_waiver');

-- What the public reads of a dispositif: its page, its rules, its published calls.
create table dispositif_listing (
  network_id int not null,
  id uuid not null,
  slug text not null,
  code text not null,
  name text not null,
  aliases text[] not null,
  summary text not null,
  body text not null,
  funder text not null,
  legal_text text not null,
  contact text not null,
  intake text not null,
  intake_url text,
  -- [{"id", "rules"}], one for each revision its calls name: a call opens without anybody saving anything.
  rules jsonb not null check (jsonb_typeof(rules) = 'array'),
  -- [{"id", "rulesId", "name", "year", "opensAt", "closesAt", "timeZone", "actionsFrom", "actionsTo", "steps"}]
  calls jsonb not null check (jsonb_typeof(calls) = 'array'),
  published_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, slug),
  foreign key (network_id, id) references dispositif on delete cascade
);
call make_listing_table('dispositif_listing');
