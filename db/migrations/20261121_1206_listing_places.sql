-- The organisations of one frame of the map, of a network and of all.
create index organisation_listing_places on organisation_listing (network_id, lat, lon) where lat is not null;
create index organisation_listing_places_national on organisation_listing (lat, lon) where lat is not null;
