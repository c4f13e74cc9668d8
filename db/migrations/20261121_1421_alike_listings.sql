-- The few listings that another network's resembles are told apart when they are written, so that nobody
-- compares two networks to read them.

alter table organisation_listing no force row level security;
alter table organisation_listing
  -- Another network lists one of the same matched name and postal code, or did: what is said of both is
  -- read from the listings themselves.
  add column alike boolean not null default false;
update organisation_listing l set alike = true
where l.shown_to_networks and l.postal_code is not null and exists (
  select from organisation_listing r where r.matched_name = l.matched_name and r.postal_code = l.postal_code
    and r.network_id <> l.network_id and r.shown_to_networks);
create index organisation_listing_alike on organisation_listing (network_id, id) where alike;
alter table organisation_listing force row level security;

grant update (alike) on organisation_listing to maillage_identity;

-- The next question is planned knowing how few they are.
analyze organisation_listing (alike);
