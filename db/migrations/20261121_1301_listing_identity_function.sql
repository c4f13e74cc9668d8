-- Replaced by function definer_identity.refresh_listing_identity(text[], int, uuid).
drop function if exists definer_identity.refresh_listing_identity(text);
