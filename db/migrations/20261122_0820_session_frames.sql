-- A call that several networks hold together: each tells the others its days and how far its files are, and
-- keeps its files, its jury and its money. Nothing of a file, of a person or of an amount is here.
create table session_frame_listing (
  network_id int not null,
  -- Of the session it tells of.
  id uuid not null,
  -- Begins with the number of the network that proposed it: its days are the days of all.
  shared_key text not null check (length(shared_key) between 3 and 80),
  code text not null,
  name text not null,
  year int not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  time_zone text not null,
  actions_from date,
  actions_to date,
  steps text[] not null,
  deposited int not null default 0,
  opined int not null default 0,
  financed int not null default 0,
  updated_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, shared_key),
  foreign key (network_id, id) references dispositif_session on delete cascade
);
create index session_frame_key on session_frame_listing (shared_key);
call make_listing_table('session_frame_listing');

-- Regions beside its own that a call serves: one that has no coordination of its own.
alter table dispositif_session add column also_regions text[] not null default '{}'
  check (cardinality(also_regions) <= 20);
