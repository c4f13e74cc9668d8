-- For each structure sought (« nth »), ids of the records it may well be: same numbers, or a name that
-- shares its rarest words, slips forgiven. The caller joins them back under its own policies and judges
-- (likeness.ts). Word by word: trigrams of a whole phrase read a third of a large network.
drop function if exists definer_search.likely_organisations(jsonb, int);
create or replace function definer_search.likely_organisations(sought jsonb, most int)
returns table (nth int, id uuid)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  one record;
  word text;
  held uuid[];
  met int;
  telling boolean;
  near text[];
  -- A word that more records hold than this tells none of them.
  many constant int := 150;
  -- Held by so few, it may be a slip that stands in a record already.
  few constant int := 3;
begin
  for one in select * from jsonb_to_recordset(sought) s (nth int, words text[], siren text, rna text) loop
    return query execute
      'select $1, o.id from public.organisation o where o.network_id = $2 and o.siren = $3
       union select $1, o.id from public.organisation o where o.network_id = $2 and o.rna = $4'
    using one.nth, mine, one.siren, one.rna;
    telling := false;
    foreach word in array coalesce(one.words, '{}') loop
      continue when length(word) < 2;
      execute
        'select array_agg(h.id) from (
           select o.id from public.organisation o where o.network_id = $1 and o.search @@ $2 limit $3) h'
        into held using mine, to_tsquery('maillage_fr', word), many;
      met := coalesce(cardinality(held), 0);
      -- Many hold it: neither telling, nor a slip.
      continue when met = many;
      return query select one.nth, h from unnest(held) h;
      telling := telling or met > 0;
      continue when met >= few or length(word) < 4;
      near := definer_search.near_words(word, false, true, false);
      continue when near = '{}';
      return query execute
        'select $1, o.id from (
           select o.id, o.folded from public.organisation o where o.network_id = $2 and o.search @@ $3 limit $5) o
         order by length(o.folded), o.id limit $4'
      using one.nth, mine, to_tsquery('maillage_fr', array_to_string(near, ' | ')), most, many;
      get diagnostics met = row_count;
      telling := telling or met > 0;
    end loop;
    continue when telling or cardinality(coalesce(one.words, '{}')) = 0;
    -- Common words only, « Association solidarité »: the shortest names that hold them all.
    return query execute
      'select $1, o.id from public.organisation o where o.network_id = $2 and o.search @@ $3
       order by length(o.name), o.id limit $4'
    using one.nth, mine, to_tsquery('maillage_fr', array_to_string(one.words, ' & ')), most;
  end loop;
end
$$;
revoke all on function definer_search.likely_organisations(jsonb, int) from public;
grant execute on function definer_search.likely_organisations(jsonb, int) to maillage_app;
