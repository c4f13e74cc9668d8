-- Whether the jury's word on a dossier is signed: not put off, and not looked at again since.
create function is_opinion_signed(of_network int, of_dossier uuid) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from sitting_item t
      join sitting g on g.network_id = t.network_id and g.id = t.sitting_id and g.signed_round >= t.round
    where t.network_id = of_network and t.dossier_id = of_dossier and t.opinion <> 'adjourned'
      and not exists (select from sitting_item n where n.network_id = t.network_id and n.reopens = t.id))
$$;
revoke all on function is_opinion_signed(int, uuid) from public;
grant execute on function is_opinion_signed(int, uuid) to maillage_app;

-- It was given on what was handed in before.
create function keep_signed_reviews() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (tg_op = 'INSERT' or old.submitted_at is null) and is_opinion_signed(new.network_id, new.dossier_id) then
    raise exception 'nothing is handed in under a signed opinion' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
revoke all on function keep_signed_reviews() from public;
-- After, so that the policies speak first.
create trigger signed_stays after insert or update of submitted_at on review
  for each row when (new.submitted_at is not null) execute function keep_signed_reviews();

-- What the public reads of laureates names the organisations as they are named now, whatever renamed them or
-- made two of them one. Their sessions are held, as by whatever writes these lines.
create function rename_laureates(of_network int, dossiers uuid[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from dispositif_session s where s.network_id = of_network and s.id in (
      select d.session_id from dossier d where d.network_id = of_network and d.id = any (dossiers))
    order by s.id for no key update;
  update laureate_listing l set holders = array(select o.name from dossier_holder h
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
      where h.network_id = l.network_id and h.dossier_id = l.id
      order by h.lead desc, o.name collate "fr-x-icu")
  where l.network_id = of_network and l.id = any (dossiers);
end $$;
revoke all on function rename_laureates(int, uuid[]) from public;
grant execute on function rename_laureates(int, uuid[]) to maillage_app;

create function follow_renamed_holder() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  dossiers uuid[] := array(select h.dossier_id from dossier_holder h
    where h.network_id = new.network_id and h.organisation_id = new.id);
begin
  if cardinality(dossiers) > 0 then
    perform rename_laureates(new.network_id, dossiers);
  end if;
  return null;
end $$;
revoke all on function follow_renamed_holder() from public;
create trigger laureates_follow after update of name on organisation
  for each row when (new.name is distinct from old.name) execute function follow_renamed_holder();

create function follow_merged_holder() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from laureate_listing l where l.network_id = old.network_id and l.id = old.dossier_id) then
    perform rename_laureates(old.network_id, array[old.dossier_id]);
  end if;
  return null;
end $$;
revoke all on function follow_merged_holder() from public;
create trigger laureates_follow after update of organisation_id or delete on dossier_holder
  for each row execute function follow_merged_holder();

-- A file of the funder that names a dossier emptied since is not a new one: a print of its number is kept.
alter table dossier add column emptied_number text check (length(emptied_number) between 1 and 64);
create index dossier_emptied_number on dossier (network_id, session_id) where emptied_number is not null;
