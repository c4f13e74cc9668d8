-- The words of the network's records that a mistyped one may stand for: a letter too many, missing, wrong, or
-- two neighbours swapped; two of these in a long word; else those that share most of their letters three by
-- three. The nearest only, unless `wide`: all of those. `unfinished`: also those that begin nearly so. `people`:
-- among the words that somebody bears. A number is never a slip: another number is another organisation.
drop function if exists definer_search.near_words(text, boolean, boolean);
create or replace function definer_search.near_words(said text, unfinished boolean, wide boolean, people boolean)
returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  most int := case when length(said) < case when wide then 5 else 8 end then 1 else 2 end;
  swapped text[];
  near text[];
begin
  if length(said) not between 4 and 60 or said ~ '[0-9]' then return '{}'; end if;
  swapped := (select array_agg(left(said, n - 1) || substr(said, n + 1, 1) || substr(said, n, 1) || substr(said, n + 2))
    from generate_series(1, length(said) - 1) n);
  execute
    'with compared as (
       select w.word, case when w.word = any ($3) then 1
         when abs(length(w.word) - length($2)) <= $4 and public.levenshtein_less_equal(w.word, $2, $4) <= $4
           then public.levenshtein_less_equal(w.word, $2, $4)
         when $5 and (left(w.word, length($2)) = any ($3)
           or public.levenshtein_less_equal(left(w.word, length($2)), $2, 1) <= 1
           or public.levenshtein_less_equal(left(w.word, length($2) + 1), $2, 1) <= 1) then $4 end as far
       from public.record_word w
       where w.network_id = $1 and w.word <> $2 and length(w.word) >= length($2) - $4 and ($5 or length(w.word) <= length($2) + $4)
     ), nearest as (select word, far from compared where far <= $4 and (not $7 or exists (
       select 1 from public.person p where p.network_id = $1 and p.search @@ to_tsquery(''maillage_words'', word))))
     select array_agg(word) from (
       select word from nearest where $6 or far = (select min(far) from nearest)
       order by far, length(word), word limit 20) n'
    into near using mine, said, swapped, most, unfinished, wide, people;
  if near is null or wide then
    perform set_config('pg_trgm.similarity_threshold', '0.45', true);
    execute
      'select $3 || array_agg(word) from (
         select word from (select word, public.similarity(word, $2) as how from public.record_word
           where network_id = $1 and word % $2 and word <> $2 and (not $4 or exists (
             select 1 from public.person p where p.network_id = $1 and p.search @@ to_tsquery(''maillage_words'', word)))) s
         order by how desc, word limit 5) n'
      into near using mine, said, near, people;
  end if;
  return coalesce(near, '{}');
end
$$;
revoke all on function definer_search.near_words(text, boolean, boolean, boolean) from public;
