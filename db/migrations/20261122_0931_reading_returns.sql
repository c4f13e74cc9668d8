-- A file that its reader hands over for want of time, or that the team takes back: it is no conflict, and it is
-- not given to the same person again but by hand.
create table reading_return (
  network_id int not null,
  dossier_id uuid not null,
  instructor_id uuid not null,
  reason text not null check (length(reason) between 3 and 1000),
  -- The team took it back.
  taken boolean not null default false,
  returned_at timestamptz not null,
  returned_by uuid references account,
  primary key (network_id, dossier_id, instructor_id),
  foreign key (network_id, dossier_id) references dossier on delete cascade,
  foreign key (network_id, instructor_id) references instructor on delete cascade
);
create index reading_return_instructor on reading_return (network_id, instructor_id);
call make_tenant_table('reading_return');
