import { type SQL, sql } from 'drizzle-orm'
import { joinIdentifiers } from '#packages/identifiers/join-identifiers.ts'
import { canBeUnfinished, searchTerms } from '#server/directory/public.ts'

/**
 * What a search of the network's records finds, as `select id, rank`: 0 the name begins with the words, 1
 * it holds them, 2 another name does, or somebody there, 3 the rest of the record, 4 with slips forgiven.
 * Null: nothing was asked. Filters, order and pages are the caller's, who joins organisation under its
 * policies. `most` is for who types on: enough of them, soon.
 */
export function searchedOrganisations(q: string, most: number | null = null): SQL | null {
  const terms = searchTerms(joinIdentifiers(q))
  if (terms.length === 0) return null
  return sql`select s.id, min(s.rank) as rank from definer_search.search_organisations(
    ${sql.param(terms)}::text[], ${canBeUnfinished(terms)}, ${most}::int) s group by s.id`
}

/** The same for people: `select id`. */
export function searchedPeople(q: string, most: number): SQL | null {
  const terms = searchTerms(q)
  if (terms.length === 0) return null
  return sql`select s.id from definer_search.search_people(
    ${sql.param(terms)}::text[], ${canBeUnfinished(terms)}, ${most}::int) s`
}
