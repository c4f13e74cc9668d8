-- Records of one network that may be one organisation, and what became of those that were.

-- Two records, the smaller id first: how alike they are (out of 100) and why. Once somebody said that they
-- are two organisations, who and when is kept, and the pair is proposed no more until that is taken back.
create table duplicate_pair (
  network_id int not null references network,
  left_id uuid not null,
  right_id uuid not null,
  score smallint not null check (score between 0 and 100),
  reasons text[] not null default '{}',
  found_at timestamptz not null default now(),
  apart_at timestamptz,
  apart_by uuid references account,
  primary key (network_id, left_id, right_id),
  foreign key (network_id, left_id) references organisation (network_id, id) on delete cascade,
  foreign key (network_id, right_id) references organisation (network_id, id) on delete cascade,
  check (left_id <= right_id)
);
create index duplicate_pair_right on duplicate_pair (network_id, right_id);
create index duplicate_pair_open on duplicate_pair (network_id, score desc, left_id, right_id) where apart_at is null;
call make_tenant_table('duplicate_pair');

-- Two records made one. Both as they were, and the kept one as it was written, so that it can be undone; what
-- they hold is emptied once it cannot be any more. Neither id is a key: a merge is remembered after both.
create table organisation_merge (
  network_id int not null references network,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  kept_name text not null,
  merged_name text not null,
  kept_before jsonb not null default '{}',
  kept_after jsonb not null default '{}',
  merged_before jsonb not null default '{}',
  account_id uuid references account,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references account,
  -- What undoing could not put back: [{"what", "detail"}].
  left_out jsonb not null default '[]' check (jsonb_typeof(left_out) = 'array'),
  primary key (network_id, id)
);
create index organisation_merge_recent on organisation_merge (network_id, created_at);
create index organisation_merge_merged on organisation_merge (network_id, merged_id);
create index organisation_merge_kept on organisation_merge (network_id, kept_id);
call make_tenant_table('organisation_merge');

-- One row of another table that a merge moved, or left behind because the kept record had its like.
create table organisation_merge_line (
  network_id int not null,
  merge_id uuid not null,
  position int not null,
  -- « table.column » that held the merged record's id.
  link text not null,
  moved boolean not null,
  -- The whole row as it was.
  before jsonb not null,
  primary key (network_id, merge_id, position),
  foreign key (network_id, merge_id) references organisation_merge (network_id, id) on delete cascade
);
call make_tenant_table('organisation_merge_line');

-- Where a merged record's addresses lead: its id in the bureau, its public one in the directory.
create table organisation_redirect (
  network_id int not null references network,
  old_id uuid not null,
  kept_id uuid not null,
  primary key (network_id, old_id),
  foreign key (network_id, kept_id) references organisation (network_id, id) on delete cascade
);
create index organisation_redirect_kept on organisation_redirect (network_id, kept_id);
call make_tenant_table('organisation_redirect');

create table listing_redirect (
  network_id int not null references network,
  slug text not null,
  id uuid not null,
  primary key (network_id, slug),
  foreign key (network_id, id) references organisation (network_id, id) on delete cascade
);
create index listing_redirect_id on listing_redirect (network_id, id);
call make_listing_table('listing_redirect');
