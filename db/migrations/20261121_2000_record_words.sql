-- The words of records' names and towns, and of people's names, as folded: what a mistyped word is compared
-- with, letter by letter. Some ten thousand words where trigrams of every record were read.
create table record_word (
  network_id int not null references network,
  word text not null check (length(word) between 3 and 60),
  primary key (network_id, word)
);
create index record_word_alike on record_word using gin (network_id, word gin_trgm_ops);
call make_tenant_table('record_word');

create function words_in(folded text) returns setof text language sql immutable parallel safe
  return string_to_table(translate(folded, E'\n', ' '), ' ');

-- Kept by the database, so that no way of writing forgets a word, nor keeps one that was erased.
create function keep_record_words() returns trigger language plpgsql as $$
declare
  fresh text := case tg_op when 'INSERT' then 'select network_id, folded from kept'
    when 'UPDATE' then 'select n.network_id, n.folded from kept n join gone o
      on o.network_id = n.network_id and o.id = n.id where o.folded <> n.folded' end;
  stale text := case tg_op when 'DELETE' then 'select network_id, folded from gone'
    when 'UPDATE' then 'select o.network_id, o.folded from kept n join gone o
      on o.network_id = n.network_id and o.id = n.id where o.folded <> n.folded' end;
  orphans text[];
begin
  if fresh is not null then
    execute 'insert into record_word (network_id, word)
      select distinct f.network_id, word from (' || fresh || ') f, words_in(f.folded) word
      where length(word) between 3 and 60 and word !~ ''[0-9]'' order by 1, 2
      on conflict do nothing';
  end if;
  -- Without a network, nobody is erased: the owner's own work.
  if stale is not null and coalesce(current_setting('app.network_id', true), '') <> '' then
    execute 'select array_agg(distinct word) from (' || stale || ') s, words_in(s.folded) word
      where length(word) between 3 and 60' into orphans;
    if orphans is not null then
      orphans := (select array_agg(word) from definer_search.orphan_words(orphans) word);
      delete from record_word where network_id = current_network() and word = any (orphans);
    end if;
  end if;
  return null;
end $$;

create trigger words_inserted after insert on organisation referencing new table as kept
  for each statement execute function keep_record_words();
create trigger words_updated after update on organisation referencing old table as gone new table as kept
  for each statement execute function keep_record_words();
create trigger words_deleted after delete on organisation referencing old table as gone
  for each statement execute function keep_record_words();
create trigger words_inserted after insert on person referencing new table as kept
  for each statement execute function keep_record_words();
create trigger words_updated after update on person referencing old table as gone new table as kept
  for each statement execute function keep_record_words();
create trigger words_deleted after delete on person referencing old table as gone
  for each statement execute function keep_record_words();

alter table organisation no force row level security;
alter table person no force row level security;
alter table record_word no force row level security;
insert into record_word (network_id, word)
  select distinct f.network_id, word
  from (select network_id, folded from organisation union all select network_id, folded from person) f,
    words_in(f.folded) word
  where length(word) between 3 and 60 and word !~ '[0-9]';
alter table organisation force row level security;
alter table person force row level security;
alter table record_word force row level security;

-- Nothing reads trigrams of whole records any more.
drop index organisation_folded;
drop index person_folded;

create policy search_reads on record_word for select to maillage_search using (true);
grant select on record_word to maillage_search;
