-- Who reads files for a network, what each says of them, and the sittings that give the region's opinion.

create table instructor (
  network_id int not null references network,
  id uuid not null,
  -- By which they are invited: whoever proves it is them.
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 160),
  account_id uuid references account,
  organisation_id uuid,
  -- Where the team has no record of it.
  organisation_name text not null default '' check (length(organisation_name) <= 200),
  sectors text[] not null default '{}',
  countries text[] not null default '{}',
  publics text[] not null default '{}',
  most int check (most between 1 and 1000),
  trained_on date,
  ended_at timestamptz,
  ended_by uuid references account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, organisation_id) references organisation on delete set null (organisation_id)
);
create unique index instructor_email on instructor (network_id, email) where ended_at is null;
create index instructor_account on instructor (network_id, account_id) where account_id is not null;
create index instructor_organisation on instructor (network_id, organisation_id) where organisation_id is not null;
call make_tenant_table('instructor');

-- How the files of a session are read.
create table session_instruction (
  network_id int not null,
  session_id uuid not null,
  readers int not null default 2 check (readers between 1 and 10),
  due_on date,
  -- Files are read without what says whose they are.
  anonymous boolean not null default false,
  -- What was wanting at the last distribution: [{"dossier", "missing", "why"}].
  short jsonb not null default '[]' check (jsonb_typeof(short) = 'array'),
  distributed_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (network_id, session_id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade
);
call make_tenant_table('session_instruction');

-- Chosen for a session. Nothing is read before the interests are declared.
create table session_instructor (
  network_id int not null,
  session_id uuid not null,
  instructor_id uuid not null,
  chosen_at timestamptz not null default now(),
  declared_at timestamptz,
  -- People they are tied to, in their words.
  persons text not null default '' check (length(persons) <= 2000),
  primary key (network_id, session_id, instructor_id),
  foreign key (network_id, session_id) references dispositif_session on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade
);
create index session_instructor_of on session_instructor (network_id, instructor_id);
call make_tenant_table('session_instructor');

-- An organisation an instructor says to be tied to.
create table interest (
  network_id int not null,
  session_id uuid not null,
  instructor_id uuid not null,
  organisation_id uuid not null,
  nature text not null check (length(nature) between 1 and 500),
  primary key (network_id, session_id, instructor_id, organisation_id),
  foreign key (network_id, session_id, instructor_id) references session_instructor on delete cascade,
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index interest_organisation on interest (network_id, organisation_id);
call make_tenant_table('interest');

-- Who may not read a file, and why. Proposed or confirmed, it hides the file; dismissed, it does not.
create table conflict (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  -- [{"kind", "said"}]: known facts by their kind, and what fills their sentence.
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  state text not null check (state in ('proposed', 'confirmed', 'dismissed')),
  -- Withdrew by themselves.
  recused boolean not null default false,
  note text not null default '' check (length(note) <= 1000),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references account,
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade,
  check (state <> 'dismissed' or length(note) >= 3)
);
create index conflict_instructor on conflict (network_id, instructor_id);
call make_tenant_table('conflict');

-- A file given to read.
create table assignment (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  given_at timestamptz not null default now(),
  given_by uuid references account,
  -- Told what became of the file.
  told_at timestamptz,
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade
);
create index assignment_instructor on assignment (network_id, instructor_id);
call make_tenant_table('assignment');

-- What an instructor says of a file; a draft until it is handed in.
create table review (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  grid_id uuid,
  scores jsonb not null default '{}' check (jsonb_typeof(scores) = 'object'),
  -- In a hundred, once handed in.
  score float8 check (score between 0 and 100),
  opinion text check (opinion in ('favourable', 'reservations', 'unfavourable')),
  comment text not null default '' check (length(comment) <= 5000),
  amount_cents bigint check (amount_cents >= 0),
  -- For its author alone.
  private_note text not null default '' check (length(private_note) <= 5000),
  submitted_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade,
  foreign key (network_id, grid_id) references dispositif_revision
);
create index review_instructor on review (network_id, instructor_id);
create index review_grid on review (network_id, grid_id) where grid_id is not null;
call make_tenant_table('review');

-- An expert asked about chosen parts of a file, by a link of their own.
create table expert_request (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 160),
  question text not null check (length(question) between 1 and 2000),
  due_on date,
  -- Keys of the form.
  sections text[] not null check (cardinality(sections) between 1 and 30),
  token_hash text not null,
  answer text not null default '' check (length(answer) <= 10000),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  asked_by uuid references account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  unique (network_id, token_hash),
  foreign key (network_id, dossier_id) references dossier on delete cascade
);
create index expert_request_of on expert_request (network_id, dossier_id);
call make_tenant_table('expert_request');

-- One meeting of a jury, for one session or several. What was signed off does not change: `signed_round`
-- counts the minutes, and what belongs to them is frozen. An appeal opens the next round.
create table sitting (
  network_id int not null references network,
  id uuid not null,
  name text not null check (length(name) between 1 and 160),
  starts_at timestamptz not null,
  place text not null default '' check (length(place) <= 300),
  link text check (link ~ '^https?://' and length(link) <= 500),
  quorum int not null default 1 check (quorum between 1 and 100),
  round int not null default 1 check (round between 1 and 99),
  signed_round int not null default 0 check (signed_round between 0 and round),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id)
);
create index sitting_when on sitting (network_id, starts_at desc);
call make_tenant_table('sitting');

create table sitting_session (
  network_id int not null,
  sitting_id uuid not null,
  session_id uuid not null,
  primary key (network_id, sitting_id, session_id),
  foreign key (network_id, sitting_id) references sitting on delete cascade,
  foreign key (network_id, session_id) references dispositif_session
);
create index sitting_session_of on sitting_session (network_id, session_id);
call make_tenant_table('sitting_session');

create table sitting_member (
  network_id int not null,
  id uuid not null,
  sitting_id uuid not null,
  round int not null default 1 check (round >= 1),
  -- Of the pool, hence with a page of their own; a guest has none.
  instructor_id uuid,
  name text not null check (length(name) between 1 and 160),
  organisation_name text not null default '' check (length(organisation_name) <= 200),
  chair boolean not null default false,
  presence text not null default 'expected' check (presence in ('expected', 'present', 'absent', 'represented')),
  represented_by text not null default '' check (length(represented_by) <= 160),
  primary key (network_id, id),
  foreign key (network_id, sitting_id) references sitting on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete set null (instructor_id)
);
create unique index sitting_member_of on sitting_member (network_id, sitting_id, round, instructor_id);
create index sitting_member_instructor on sitting_member (network_id, instructor_id) where instructor_id is not null;
call make_tenant_table('sitting_member');

create table sitting_item (
  network_id int not null,
  id uuid not null,
  sitting_id uuid not null,
  dossier_id uuid not null,
  round int not null default 1 check (round >= 1),
  position int not null,
  opinion text check (opinion in ('favourable', 'reservations', 'unfavourable', 'adjourned')),
  reasons text not null default '' check (length(reasons) <= 5000),
  amount_cents bigint check (amount_cents >= 0),
  decided_at timestamptz,
  decided_by uuid references account,
  -- The one of an earlier round that it looks at again, and why.
  reopens uuid,
  reopened_because text not null default '' check (length(reopened_because) <= 1000),
  version int not null default 1,
  primary key (network_id, id),
  unique (network_id, sitting_id, round, dossier_id),
  foreign key (network_id, sitting_id) references sitting on delete cascade,
  foreign key (network_id, dossier_id) references dossier,
  foreign key (network_id, reopens) references sitting_item
);
create index sitting_item_order on sitting_item (network_id, sitting_id, round, position);
create index sitting_item_dossier on sitting_item (network_id, dossier_id);
create index sitting_item_reopens on sitting_item (network_id, reopens) where reopens is not null;
call make_tenant_table('sitting_item');

-- Who left the room while a file was talked about.
create table sitting_absence (
  network_id int not null,
  item_id uuid not null,
  member_id uuid not null,
  primary key (network_id, item_id, member_id),
  foreign key (network_id, item_id) references sitting_item on delete cascade,
  foreign key (network_id, member_id) references sitting_member on delete cascade
);
create index sitting_absence_member on sitting_absence (network_id, member_id);
call make_tenant_table('sitting_absence');

-- What a favourable opinion is subject to.
create table dossier_condition (
  network_id int not null,
  id uuid not null,
  dossier_id uuid not null,
  item_id uuid,
  text text not null check (length(text) between 1 and 1000),
  due_on date,
  met_on date,
  met_by uuid references account,
  note text not null default '' check (length(note) <= 1000),
  reminded_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, item_id) references sitting_item on delete set null (item_id)
);
create index dossier_condition_of on dossier_condition (network_id, dossier_id);
create index dossier_condition_item on dossier_condition (network_id, item_id) where item_id is not null;
create index dossier_condition_due on dossier_condition (network_id, due_on) where met_on is null;
call make_tenant_table('dossier_condition');

-- Signed off, in the order they were: what they say, and the files it was written to.
create table sitting_minutes (
  network_id int not null,
  sitting_id uuid not null,
  number int not null check (number >= 1),
  content jsonb not null,
  pdf_id uuid not null,
  docx_id uuid not null,
  -- Of the PDF.
  sha256 text not null check (length(sha256) between 1 and 64),
  signed_at timestamptz not null,
  signed_by uuid references account,
  signed_as text not null default '' check (length(signed_as) <= 160),
  primary key (network_id, sitting_id, number),
  foreign key (network_id, sitting_id) references sitting,
  foreign key (network_id, pdf_id) references stored_file,
  foreign key (network_id, docx_id) references stored_file
);
create index sitting_minutes_pdf on sitting_minutes (network_id, pdf_id);
create index sitting_minutes_docx on sitting_minutes (network_id, docx_id);
call make_tenant_table('sitting_minutes');
revoke update, delete on sitting_minutes from maillage_app;

create function keep_signed_sitting() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.signed_round > 0 and (tg_op = 'DELETE' or new.signed_round < old.signed_round
      or (new.id, new.name, new.starts_at, new.place, new.link)
        is distinct from (old.id, old.name, old.starts_at, old.place, old.link)) then
    raise exception 'a sitting whose minutes are signed does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke all on function keep_signed_sitting() from public;
create trigger signed_stays before update or delete on sitting for each row execute function keep_signed_sitting();

-- Members and items carry the round they belong to.
create function keep_signed_part() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from sitting s
      where (s.network_id = new.network_id and s.id = new.sitting_id and s.signed_round >= new.round)
        or (s.network_id = old.network_id and s.id = old.sitting_id and s.signed_round >= old.round)) then
    raise exception 'what signed minutes tell does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke all on function keep_signed_part() from public;
create trigger signed_stays before insert or update or delete on sitting_member
  for each row execute function keep_signed_part();
create trigger signed_stays before insert or update or delete on sitting_item
  for each row execute function keep_signed_part();

create function keep_signed_absence() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  network int := case when tg_op = 'DELETE' then old.network_id else new.network_id end;
  item uuid := case when tg_op = 'DELETE' then old.item_id else new.item_id end;
begin
  if exists (select from sitting_item i join sitting s on s.network_id = i.network_id and s.id = i.sitting_id
      where i.network_id = network and i.id = item and s.signed_round >= i.round) then
    raise exception 'what signed minutes tell does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke all on function keep_signed_absence() from public;
create trigger signed_stays before insert or update or delete on sitting_absence
  for each row execute function keep_signed_absence();
