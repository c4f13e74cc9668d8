-- A message is relayed: the address itself is public only where the organisation chose to show it.
alter table organisation add column email_shown boolean not null default false;

alter table organisation_listing no force row level security;
update organisation_listing set email = null where email is not null;
alter table organisation_listing force row level security;

alter table listing_revision no force row level security;
update listing_revision set revision = revision + 1;
alter table listing_revision force row level security;
