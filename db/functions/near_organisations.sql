-- Ids of the records of a network that may be the one described: a number in common, or words of their
-- names, those that share the most first. The caller compares them under its own policies.
create or replace function definer_search.near_organisations(words tsquery, wanted_siren text, wanted_rna text, take int)
returns table (id uuid)
language plpgsql stable rows 50 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query execute
    'select o.id
     from public.organisation o
     where o.network_id = $5
       and (o.search @@ $1 or o.siren = $2 or o.rna = $3)
     order by (o.siren is not null and o.siren = $2 or o.rna is not null and o.rna = $3) desc,
       ts_rank(o.search, $1) desc, o.id
     limit $4'
  using words, wanted_siren, wanted_rna, take, public.current_network();
end
$$;
revoke all on function definer_search.near_organisations(tsquery, text, text, int) from public;
grant execute on function definer_search.near_organisations(tsquery, text, text, int) to maillage_app;
