-- What the public reads of an organisation told whole: how to reach it, the country of its seat, and
-- whether it agrees to be shown beyond its own network and to be counted.

alter table organisation_listing
  add column email text,
  add column phone text,
  add column seat_country text not null default 'FR' check (seat_country ~ '^[A-Z]{2}$'),
  -- Shown by the national directory and the other networks, not only on its own network's site.
  add column shown_to_networks boolean not null default true,
  -- Counted in public statistics.
  add column aggregated boolean not null default true;

-- Unfiltered facets read this index alone: it holds what narrows them.
drop index organisation_listing_facets;
create index organisation_listing_facets on organisation_listing (network_id, id)
  include (kind, department, zones, countries, sectors, sdgs, member_until, networks, national_key,
    shown_to_networks, aggregated);
