-- The public page of an organisation offers to write to it where it agreed to be written to.
alter table organisation_listing add column contactable boolean not null default true;
