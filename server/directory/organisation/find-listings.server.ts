import { narrowingOf, type Scope } from './conditions.server.ts'
import { type Counts, countFacets } from './count-facets.server.ts'
import type { Filters } from './filters.schema.ts'
import { currentRevision, kept } from './kept-searches.server.ts'
import type { ListingItem } from './listing-item.server.ts'
import { readPage } from './read-page.server.ts'
import { understand } from './understand-words.server.ts'

export type FoundListings = Counts & {
  items: ListingItem[]
  page: number
  perPage: number
  /** The words actually searched, when those typed had to be mended. */
  mended: string[] | null
}

/** One page of a public search with its facets. Reads listings only: no network transaction. */
export async function findListings(scope: Scope, filters: Filters): Promise<FoundListings> {
  const { page, per_page: perPage, sort, q, ...facets } = filters
  const revision = await currentRevision()
  const { words, mended } = await kept(scope, revision, ['words', q], () => understand(scope, q))
  const narrowing = narrowingOf(filters, words)
  const counts = await kept(scope, revision, ['counts', facets, words], () => countFacets(scope, narrowing))
  const items = await kept(scope, revision, ['page', facets, words, page, perPage, sort], () =>
    readPage(scope, filters, narrowing, counts.total),
  )
  return { ...counts, items, page, perPage, mended }
}
