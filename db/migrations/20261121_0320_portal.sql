-- What a network decides of its own site. Published, so read by all; drafts are its own.

create table network_setting (
  network_id int primary key references network,
  brand jsonb,
  modules_off text[] not null default '{}',
  admin_passkey boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
call make_listing_table('network_setting');

create table network_page (
  network_id int not null references network,
  key text not null,
  locale text not null check (locale in ('fr', 'en')),
  body text not null,
  updated_at timestamptz not null default now(),
  primary key (network_id, key, locale)
);
call make_listing_table('network_page');

create table network_page_draft (
  network_id int not null references network,
  key text not null,
  locale text not null check (locale in ('fr', 'en')),
  body text not null,
  updated_by uuid references account,
  updated_at timestamptz not null default now(),
  primary key (network_id, key, locale)
);
call make_tenant_table('network_page_draft');

-- Two networks may declare the same host: the one whose DNS proof is the latest has it.
create table network_host (
  network_id int not null references network,
  host text not null check (host = lower(host) and host ~ '^[a-z0-9.-]+(:[0-9]+)?$'),
  token text not null,
  declared_at timestamptz not null default now(),
  verified_at timestamptz,
  primary key (network_id, host)
);
create index network_host_verified on network_host (host, verified_at);
call make_listing_table('network_host');
