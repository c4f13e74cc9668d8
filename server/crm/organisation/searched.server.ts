import { type SQL, sql } from 'drizzle-orm'
import { joinIdentifiers } from '#packages/identifiers/join-identifiers.ts'
import { canBeUnfinished, searchTerms } from '#server/directory/public.ts'

const termsOf = (q: string) => searchTerms(joinIdentifiers(q))
const written = (terms: string[]) => sql`${sql.param(terms)}::text[], ${canBeUnfinished(terms)}`

/**
 * All that a search of the network's records finds, as `select id, rank`: 0 the name begins with the words, 1
 * it holds them, 2 another name does, or somebody there, 3 the rest of the record, 4 with slips forgiven.
 * Null: nothing was asked. Filters, order and pages are the caller's, who joins organisation under its
 * policies. For what leaves as a file, or acts on all of them.
 */
export function everySearched(q: string): SQL | null {
  const terms = termsOf(q)
  if (terms.length === 0) return null
  return sql`select id, rank
    from definer_search.found_organisations(${written(terms)}, null, null, false, true)`
}

/**
 * The same, a page at a time and soon whatever the words: `select id, rank, place, total, more`, in the
 * order of `place`. Without a page, each that answers. A row without id says only how many there are.
 */
export function searchedOrganisations(
  q: string,
  page: { skip: number; take: number } | null,
  shortest = false,
): SQL | null {
  const terms = termsOf(q)
  if (terms.length === 0) return null
  return sql`select * from definer_search.found_organisations(${written(terms)},
    ${page?.skip ?? null}::int, ${page?.take ?? null}::int, ${shortest}, false) s`
}

/** What an organisation `o` answers by its own words; read row by row, for words that very many hold. */
export const holding = (q: string): SQL => sql`o.search @@ to_tsquery('maillage_fr', ${askedOf(termsOf(q))})`

/** The same of a person `p`. */
export const holdingPerson = (q: string): SQL =>
  sql`p.search @@ to_tsquery('maillage_words', ${askedOf(searchTerms(q))})`

const askedOf = (terms: string[]) => `${terms.join(' & ')}${canBeUnfinished(terms) ? ':*' : ''}`

/** The same for people: `select id, mended`, the last true when slips were forgiven. */
export function searchedPeople(q: string, most: number): SQL | null {
  const terms = searchTerms(q)
  if (terms.length === 0) return null
  return sql`select s.id, s.mended from definer_search.search_people(${written(terms)}, ${most}::int) s`
}
