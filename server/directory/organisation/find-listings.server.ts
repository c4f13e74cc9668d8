import { narrowingOf, type Scope } from './conditions.server.ts'
import { type Counts, countFacets } from './count-facets.server.ts'
import type { Filters } from './filters.schema.ts'
import { kept, revisionOf } from './kept-searches.server.ts'
import type { ListingItem } from './listing-item.server.ts'
import { mendTerms } from './mend-terms.server.ts'
import { readPage } from './read-page.server.ts'
import { searchTerms } from './search-terms.ts'

export type FoundListings = Counts & {
  items: ListingItem[]
  page: number
  perPage: number
  /** The words actually searched, when those typed had to be mended. */
  mended: string[] | null
}

/** One page of a public search with its facets. Reads listings only: no network transaction. */
export async function findListings(scope: Scope, filters: Filters): Promise<FoundListings> {
  const terms = searchTerms(filters.q)
  const found = await search(scope, filters, terms)
  if (terms.length === 0 || !isHopeless(found)) return { ...found, mended: null }
  const mended = await mendTerms(terms)
  return mended ? { ...(await search(scope, filters, mended)), mended } : { ...found, mended: null }
}

/** Nothing found, and not because of a facet: no facet has anything to offer either. */
function isHopeless(found: Counts) {
  return found.total === 0 && Object.values(found.facets).every((values) => values.length === 0)
}

async function search(scope: Scope, filters: Filters, terms: string[]) {
  const { page, per_page: perPage, sort, q, ...facets } = filters
  const narrowing = narrowingOf(filters, terms)
  const revision = await revisionOf(scope)
  const [counts, items] = await Promise.all([
    kept(scope, revision, ['counts', facets, terms], () => countFacets(scope, narrowing)),
    kept(scope, revision, ['page', facets, terms, page, perPage, sort], () =>
      readPage(scope, filters, narrowing),
    ),
  ])
  return { ...counts, items, page, perPage }
}
