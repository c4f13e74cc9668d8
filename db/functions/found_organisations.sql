-- One page of the network's organisations that answer some words, the best first, however many answer:
-- rank 0 the name begins with them, or is that acronym; 1 it holds them; 2 another name does, or the name of
-- somebody there; 3 the rest of the record; 4 with a slip, when nothing else answers. Within a rank by name, the shortest first for who
-- types on. `take` null: each that answers, for who filters or sorts by something else. `every`: however many
-- they are, for a file or an act on all of them.
-- A word that very many records hold is not ranked (a second at 70,000 records): names that begin with it,
-- then the others by name, read in the order of an index. `more`: there are more than `total`.
-- Past the last page, or when filters ask for each of too many, one row without id tells the total.
-- The caller joins ids back to organisation under its own policies. EXECUTE, because the plan depends on how
-- rare the words are.
drop function if exists definer_search.search_organisations(text[], boolean);
drop function if exists definer_search.found_organisations(text[], boolean, int, int, boolean);
create or replace function definer_search.found_organisations(
  words text[], unfinished boolean, skip int, take int, shortest boolean, every boolean)
returns table (id uuid, rank int, place int, total int, more boolean)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  said text := array_to_string(words, ' ');
  asked text := array_to_string(words, ' & ') || case when unfinished then ':*' else '' end;
  patterns text[] := (select array_agg('% ' || word || '%') from unnest(words) word);
  ids uuid[];
  ranks int[];
  met boolean;
  others boolean;
  begin_so int;
  mended boolean := false;
  many constant int := 1000;
  many_people constant int := 500;
begin
  if cardinality(words) = 0 then return; end if;
  -- As written; when nothing answers, with slips forgiven.
  loop
    execute
      'with held as materialized (
         select o.id, o.folded from public.organisation o where o.network_id = $1 and o.search @@ $4 limit case when not $9 then $6 + 1 end
       ), met as materialized (
         select p.id from public.person p where p.network_id = $1 and p.search @@ $5 limit case when not $9 then $7 + 1 end
       ), there as (
         select o.id, o.folded
         from (select distinct q.organisation_id from (select id from met limit case when not $9 then $7 end) m
           join public.person_position q on q.network_id = $1 and q.person_id = m.id) q
         join public.organisation o on o.network_id = $1 and o.id = q.organisation_id
         where o.id not in (select id from held) and (select count(*) <= $6 from held)
       ), ranked as (
         select h.id, h.folded, case
           when h.folded ^@ $2 or split_part(h.folded, E''\n'', 2) = $2 then 0
           when '' '' || split_part(h.folded, E''\n'', 1) like all ($3) then 1
           when '' '' || replace(substr(h.folded, 1, length(h.folded) - strpos(reverse(h.folded), E''\n'')), E''\n'', '' '')
             like all ($3) then 2
           else 3 end as rank
         from held h
         union all select t.id, t.folded, 2 from there t
       ), enough as (select $9 or count(*) <= $6 as enough from held)
       select (select not enough from enough), (select count(*) > $7 from met),
         array_agg(r.id order by r.rank, case when $8 then length(r.folded) end, r.folded collate "C", r.id),
         array_agg(r.rank order by r.rank, case when $8 then length(r.folded) end, r.folded collate "C", r.id)
       from ranked r where (select enough from enough)'
      into met, others, ids, ranks
      using mine, said, patterns, to_tsquery('maillage_fr', asked), to_tsquery('maillage_words', asked),
        many, many_people, shortest, every;
    exit when met or ids is not null or mended;
    asked := definer_search.mended_query(words, unfinished);
    exit when asked is null;
    mended := true;
  end loop;
  if met then
    if take is null then
      return query select null::uuid, null::int, null::int, many, true;
      return;
    end if;
    execute 'select count(*) from (select 1 from public.organisation o
      where o.network_id = $1 and o.folded ^@ $2 limit $3) b' into begin_so using mine, said, many;
    execute
      'select array_agg(w.id order by w.rank, w.folded collate "C", w.id), array_agg(w.rank order by w.rank)
       from ((select o.id, o.folded, 0 as rank from public.organisation o
         where o.network_id = $1 and o.folded ^@ $2 order by o.folded collate "C", o.id offset $4 limit $5)
       union all (select o.id, o.folded, 3 from public.organisation o
         where o.network_id = $1 and o.search @@ $3 and not o.folded ^@ $2
         order by o.folded collate "C", o.id offset greatest($4 - $6, 0) limit least($5, greatest($4 + $5 - $6, 0)))) w'
      into ids, ranks
      using mine, said, to_tsquery('maillage_fr', asked), skip, least(take, greatest(many - skip, 0)), begin_so;
    if mended then ranks := array_fill(4, array[coalesce(cardinality(ids), 0)]); end if;
    return query select ids[n], ranks[n], skip + n, many, true
      from generate_series(1, coalesce(cardinality(ids), 0)) n;
    if ids is null then return query select null::uuid, null::int, null::int, many, true; end if;
    return;
  end if;
  if mended then ranks := array_fill(4, array[coalesce(cardinality(ids), 0)]); end if;
  return query select ids[n], ranks[n], n, cardinality(ids), others
    from generate_series(coalesce(skip, 0) + 1, least(cardinality(ids), coalesce(skip + take, cardinality(ids)))) n;
  if not found and ids is not null then
    return query select null::uuid, null::int, null::int, cardinality(ids), others;
  end if;
end
$$;
revoke all on function definer_search.found_organisations(text[], boolean, int, int, boolean, boolean) from public;
grant execute on function definer_search.found_organisations(text[], boolean, int, int, boolean, boolean) to maillage_app;
