-- A task deleted by mistake comes back by a click, as a note does, until the nightly job has erased it.
alter table organisation_task add column deleted_at timestamptz;
