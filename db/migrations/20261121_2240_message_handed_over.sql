-- A message to an organisation without any address waits for one, until the team hands it over otherwise.

alter table organisation_message
  -- Its sender was told, before writing, that the team reads it.
  add column read_by_team boolean not null default false,
  add column handed_over_at timestamptz,
  add column handed_over_by uuid references account on delete set null;
create index organisation_message_waiting on organisation_message (network_id, relayed_at)
  where reached = 0 and relayed_at is not null and handed_over_at is null;
