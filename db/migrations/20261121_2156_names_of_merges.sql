-- What the kept record was called before: it may have taken the name of the one that went.
-- Null: merged before this was kept.
alter table organisation_merge add column kept_was text;
