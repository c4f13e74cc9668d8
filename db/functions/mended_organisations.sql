-- The same with slips forgiven: a word that no record holds is replaced by those that resemble it the most
-- (two neighbours swapped, else their letters three by three, the nearest first: few records resemble much,
-- many a little); when each word stands somewhere but nowhere together, any may be a slip. A number
-- is never one: another number is another organisation.
create or replace function definer_search.mended_organisations(words text[])
returns table (id uuid)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  held boolean[];
  word text;
  held_here boolean;
  said text[] := '{}';
  kept text[] := '{}';
  others text;
  swapped text;
  shortest int;
  met bigint;
  most constant int := 200;
  -- Each is compared letter by letter.
  looked_at constant int := 400;
begin
  foreach word in array words loop
    execute 'select exists (select 1 from public.organisation o where o.network_id = $1 and o.search @@ $2)
      or exists (select 1 from public.person p where p.network_id = $1 and p.search @@ $3)'
      into held_here
      using mine, to_tsquery('maillage_fr', word), to_tsquery('maillage_words', word);
    held := held || (held_here or length(word) < 4 or word ~ '[0-9]');
  end loop;
  if not false = any (held) then
    held := (select array_agg(length(w) < 4 or w ~ '[0-9]' order by n) from unnest(words) with ordinality u(w, n));
  end if;
  if not false = any (held) then return; end if;
  for n in 1 .. cardinality(words) loop
    if held[n] then kept := kept || words[n]; else said := said || words[n]; end if;
  end loop;
  others := nullif(array_to_string(kept, ' & '), '');
  swapped := concat_ws(' & ', others, (select string_agg('(' || w || ' | ' || (
    select string_agg(left(w, n - 1) || substr(w, n + 1, 1) || substr(w, n, 1) || substr(w, n + 2), ' | ')
    from generate_series(1, length(w) - 1) n) || ')', ' & ') from unnest(said) w));
  return query execute
    'select o.id from public.organisation o where o.network_id = $1 and o.search @@ $2
     union
     select q.organisation_id from (select p.id from public.person p where p.network_id = $1 and p.search @@ $3 limit $4) p
     join public.person_position q on q.network_id = $1 and q.person_id = p.id limit $4'
  using mine, to_tsquery('maillage_fr', swapped), to_tsquery('maillage_words', swapped), most;
  get diagnostics met = row_count;
  if met > 0 then return; end if;
  shortest := (select min(length(w)) from unnest(said) w);
  for step in 1 .. case when shortest < 6 then 3 else 2 end loop
    perform set_config('pg_trgm.word_similarity_threshold', (array['0.6', '0.45', '0.3'])[step], true);
    return query execute
      'with held as (
         (select o.id, o.folded from public.organisation o where o.network_id = $1 '
      || (select string_agg(format(' and ($2)[%s] <%% o.folded', n), '') from generate_subscripts(said, 1) n)
      || case when others is null then '' else ' and o.search @@ $3' end
      || ' limit $6) union all
         (select q.organisation_id, p.folded
         from (select p.id, p.folded from public.person p where p.network_id = $1 '
      || (select string_agg(format(' and ($2)[%s] <%% p.folded', n), '') from generate_subscripts(said, 1) n)
      || case when others is null then '' else ' and p.search @@ $4' end
      || ' limit $6) p join public.person_position q on q.network_id = $1 and q.person_id = p.id)
       ), near as (
         select h.id, (select min(greatest(word_similarity(w, h.folded), (
           select max(1 - levenshtein_less_equal(t, w, 2)::real / length(w)) from unnest(string_to_array(translate(h.folded, E''\n'', '' ''), '' '')) t
           where left(t, 1) = left(w, 1) and abs(length(t) - length(w)) <= 1))) from unnest($2::text[]) w) as how
         from held h
       )
       select n.id from near n where n.how >= greatest(0.45, (select max(how) from near) - 0.1)
       group by n.id order by max(n.how) desc, n.id limit $5'
    using mine, said, to_tsquery('maillage_fr', others), to_tsquery('maillage_words', others), most, looked_at;
    get diagnostics met = row_count;
    if met > 0 then return; end if;
  end loop;
end
$$;
revoke all on function definer_search.mended_organisations(text[]) from public;
grant execute on function definer_search.mended_organisations(text[]) to maillage_app;
