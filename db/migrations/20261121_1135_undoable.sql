-- A batch says of each of its records how its undoing ended, and what hung on a record it created.
alter table change_batch_line
  -- How many rows of other tables were attached to a created record when the batch was done with it:
  -- more of them since, and the record is somebody's work, not the batch's.
  add column attached int not null default 0,
  add column outcome text check (outcome in ('restored', 'deleted', 'touched', 'attached', 'absent'));

-- Who in the team looks after an organisation.
alter table organisation add column looked_after_by uuid references account;
create index organisation_looked_after on organisation (network_id, looked_after_by) where looked_after_by is not null;
