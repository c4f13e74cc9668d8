-- Past the months its session keeps it, a dossier is emptied of what names or tells anybody; its place, its
-- amounts and its numbers of people stay for the figures.
alter table dossier add column emptied_at timestamptz;
create index dossier_to_empty on dossier (network_id, session_id) where emptied_at is null;

-- A line of its story keeps its states and its moment for ever; who and why may be forgotten, and nothing else.
grant update on dossier_move to maillage_app;
create function keep_dossier_move() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.network_id, new.dossier_id, new.nth, new.from_state, new.to_state, new.at)
      is distinct from (old.network_id, old.dossier_id, old.nth, old.from_state, old.to_state, old.at)
    or new.account_id is distinct from old.account_id and new.account_id is not null
    or new.reason <> old.reason and new.reason <> '' then
    raise exception 'a line of a dossier''s story does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
revoke all on function keep_dossier_move() from public;
-- After, so that the policies speak first.
create trigger story_stays after update on dossier_move for each row execute function keep_dossier_move();
