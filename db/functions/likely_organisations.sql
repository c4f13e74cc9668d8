-- For each structure sought (« nth »), ids of the records it may well be: same numbers, or a name that
-- resembles. The caller joins them back under its own policies and judges (likeness.ts).
create or replace function definer_search.likely_organisations(sought jsonb, most int)
returns table (nth int, id uuid)
language plpgsql stable rows 30 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query execute
    'select s.nth, c.id
     from jsonb_to_recordset($1) s (nth int, name text, acronym text, siren text, rna text)
     cross join lateral (
       select o.id from public.organisation o where o.network_id = $2 and o.siren = s.siren
       union
       select o.id from public.organisation o where o.network_id = $2 and o.rna = s.rna
       union
       (select o.id from public.organisation o
        where o.network_id = $2 and length(s.name) >= 3 and s.name <% o.folded
        order by word_similarity(s.name, o.folded) desc, length(o.folded), o.id limit $3)
       union
       (select o.id from public.organisation o
        where o.network_id = $2 and length(s.acronym) >= 3 and s.acronym <% o.folded
        order by word_similarity(s.acronym, o.folded) desc, length(o.folded), o.id limit $3)
     ) c'
  using sought, public.current_network(), most;
end
$$;
revoke all on function definer_search.likely_organisations(jsonb, int) from public;
grant execute on function definer_search.likely_organisations(jsonb, int) to maillage_app;
