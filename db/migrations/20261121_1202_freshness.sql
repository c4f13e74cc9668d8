-- « Vérifiez votre page »: whom a network wrote to, and what each did.

create table page_campaign (
  network_id int not null references network,
  id uuid not null,
  subject text not null check (length(subject) between 1 and 150),
  body text not null check (length(body) between 1 and 5000),
  -- How its recipients were chosen, for the page that tells it.
  chosen jsonb not null default '{}',
  created_at timestamptz not null default now(),
  created_by uuid references account,
  reminded_at timestamptz,
  primary key (network_id, id)
);
create index page_campaign_recent on page_campaign (network_id, created_at);
call make_tenant_table('page_campaign');

create table page_campaign_recipient (
  network_id int not null references network,
  id uuid not null,
  campaign_id uuid not null,
  organisation_id uuid not null,
  email text not null,
  mail_id uuid,
  reminder_mail_id uuid,
  sent_at timestamptz,
  opened_at timestamptz,
  confirmed_at timestamptz,
  corrected_at timestamptz,
  reminded_at timestamptz,
  stopped_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, campaign_id) references page_campaign (network_id, id) on delete cascade,
  foreign key (network_id, organisation_id) references organisation (network_id, id) on delete cascade,
  unique (network_id, campaign_id, organisation_id)
);
create index page_campaign_recipient_organisation on page_campaign_recipient (network_id, organisation_id);
call make_tenant_table('page_campaign_recipient');

-- Addresses that no longer want these mails: written to no more, whatever the campaign.
create table page_campaign_stop (
  network_id int not null references network,
  address_hash text not null,
  at timestamptz not null default now(),
  primary key (network_id, address_hash)
);
call make_tenant_table('page_campaign_stop');

create index organisation_verified on organisation (network_id, verified_at) where published_at is not null;
