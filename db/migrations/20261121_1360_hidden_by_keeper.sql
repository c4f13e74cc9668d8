-- Who took a page out of the directory: an organisation may show again what it hid itself, and not what the
-- team withdrew. Any other act that publishes or withdraws forgets that the organisation had hidden it.
alter table organisation add column hidden_by_keeper boolean not null default false;

create function forget_hidden_by_keeper() returns trigger language plpgsql as $$
begin
  new.hidden_by_keeper := false;
  return new;
end $$;

create trigger forget_hidden_by_keeper before update on organisation for each row
  when (old.published_at is distinct from new.published_at and new.hidden_by_keeper = old.hidden_by_keeper)
  execute function forget_hidden_by_keeper();
