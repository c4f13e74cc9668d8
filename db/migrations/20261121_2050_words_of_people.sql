-- A person's words go with the person, at once. Those of organisations, and of many people at once, go at
-- night: looking for each word of each deleted record made the undoing of a large import last thrice as long.
drop trigger words_deleted on organisation;
create or replace function keep_record_words() returns trigger language plpgsql as $$
declare
  fresh text := case tg_op when 'INSERT' then 'select network_id, folded from kept'
    when 'UPDATE' then 'select n.network_id, n.folded from kept n join gone o
      on o.network_id = n.network_id and o.id = n.id where o.folded <> n.folded' end;
  stale text := case when tg_table_name = 'person' then case tg_op when 'DELETE' then 'select folded from gone'
    when 'UPDATE' then 'select o.folded from kept n join gone o
      on o.network_id = n.network_id and o.id = n.id where o.folded <> n.folded' end end;
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
    if cardinality(orphans) <= 50 then
      orphans := (select array_agg(word) from definer_search.orphan_words(orphans) word);
      delete from record_word where network_id = current_network() and word = any (orphans);
    end if;
  end if;
  return null;
end $$;
