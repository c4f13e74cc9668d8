-- The words searched, slips forgiven, as a text query: a word that no record holds is replaced by the nearest
-- that some do; when each word stands somewhere but nowhere together, any may be a slip. Null: nothing to mend.
drop function if exists definer_search.mended_organisations(text[]);
drop function if exists definer_search.mended_organisations(text[], boolean);
create or replace function definer_search.mended_query(words text[], unfinished boolean)
returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine int := public.current_network();
  asked text[] := words;
  here boolean;
  held boolean[];
  near text[];
  mended boolean := false;
begin
  if unfinished then asked[cardinality(asked)] := asked[cardinality(asked)] || ':*'; end if;
  for n in 1 .. cardinality(words) loop
    -- « est », « nous »: a word that is not searched is no slip.
    execute 'select numnode($2) = 0
        or exists (select 1 from public.organisation o where o.network_id = $1 and o.search @@ $2)
        or exists (select 1 from public.person p where p.network_id = $1 and p.search @@ $3)'
      into here using mine, to_tsquery('maillage_fr', asked[n]), to_tsquery('maillage_words', asked[n]);
    held := held || here;
  end loop;
  for n in 1 .. cardinality(words) loop
    continue when held[n] and false = any (held);
    near := definer_search.near_words(words[n], unfinished and n = cardinality(words), false, false);
    if near = '{}' and not held[n] then
      -- Nothing is near: no answer, unless the word is too short to say much, beside others.
      if length(words[n]) > 3 or cardinality(words) = 1 then return null; end if;
      asked[n] := null;
      mended := true;
      continue;
    end if;
    mended := mended or near <> '{}';
    asked[n] := '(' || array_to_string(case when held[n] then near || asked[n] else near end, ' | ') || ')';
  end loop;
  return case when mended then nullif(array_to_string(asked, ' & '), '') end;
end
$$;
revoke all on function definer_search.mended_query(text[], boolean) from public;
