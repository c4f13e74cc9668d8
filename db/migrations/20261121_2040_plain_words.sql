-- A letter may fold into a sign: the modifier apostrophe of « ʻUvea » into one that no query can hold.
create or replace function words_in(folded text) returns setof text language sql immutable parallel safe
  return string_to_table(trim(regexp_replace(folded collate "fr-x-icu", '[^[:alnum:]]+', ' ', 'g')), ' ');

alter table record_word no force row level security;
delete from record_word where word collate "fr-x-icu" ~ '[^[:alnum:]]';
alter table record_word force row level security;
