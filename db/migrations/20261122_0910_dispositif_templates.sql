-- A dispositif given to the other networks as a template: what it asks and by which rules, as it was one day.
-- Nothing of a call, of a file or of a person is here.

-- Every version of it that was shared, kept by who shares it; what others took never changes under them.
create table dispositif_template_version (
  network_id int not null,
  dispositif_id uuid not null,
  version int not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  -- What changed, in the words of who shares it.
  note text not null default '' check (length(note) <= 500),
  account_id uuid references account,
  published_at timestamptz not null,
  primary key (network_id, dispositif_id, version),
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
call make_tenant_table('dispositif_template_version');
revoke update, delete on dispositif_template_version from maillage_app;

-- The last version, as every network reads it until it is withdrawn.
create table dispositif_template_listing (
  network_id int not null,
  -- Of the dispositif it is a version of.
  id uuid not null,
  version int not null,
  code text not null,
  name text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  note text not null default '',
  published_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, id, version) references dispositif_template_version
);
call make_listing_table('dispositif_template_listing');

-- From which template a dispositif comes: of another network, or ready in the product.
create table dispositif_taken (
  network_id int not null,
  dispositif_id uuid not null,
  -- Who shares it; none for a template of the product.
  source_network int references network,
  -- Its dispositif there, or the key of the product's template.
  source text not null check (length(source) between 1 and 60),
  -- The last version the team was told of.
  told_version int not null,
  -- Since when what comes from the template may be changed too.
  departed_at timestamptz,
  departed_by uuid references account,
  primary key (network_id, dispositif_id),
  foreign key (network_id, dispositif_id) references dispositif on delete cascade
);
call make_tenant_table('dispositif_taken');

-- Each version taken, copied whole: what is of the template and what is one's own is told by comparing.
create table dispositif_taken_version (
  network_id int not null,
  dispositif_id uuid not null,
  version int not null check (version >= 1),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  account_id uuid references account,
  taken_at timestamptz not null,
  primary key (network_id, dispositif_id, version),
  foreign key (network_id, dispositif_id) references dispositif_taken on delete cascade
);
call make_tenant_table('dispositif_taken_version');
revoke update, delete on dispositif_taken_version from maillage_app;

-- Which version of its template a revision was written upon.
alter table dispositif_revision add column template_version int;
