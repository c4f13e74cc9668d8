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
