import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { all, narrowed, type Scope, searched, tsquery } from './conditions.server.ts'
import { type Counts, countFacets } from './count-facets.server.ts'
import { cached } from './facet-cache.server.ts'
import type { Filters } from './filters.schema.ts'
import { type ListingItem, type ListingLine, listingColumns, toItem } from './listing-item.server.ts'
import { mendTerms } from './mend-terms.server.ts'
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
  const page = await readPage(scope, filters, terms)
  const counts = await cached([scope, keyOf(filters), terms], page.revision, () =>
    countFacets(scope, filters, terms),
  )
  return { ...counts, items: page.items, page: filters.page, perPage: filters.per_page }
}

function keyOf({ page, per_page, sort, q, ...narrowing }: Filters) {
  return narrowing
}

async function readPage(scope: Scope, filters: Filters, terms: string[]) {
  const where = all([searched(scope, terms), ...narrowed(scope, filters).values()])
  const source =
    scope.networkId === null
      ? sql`(select * from organisation_listing l where ${where} and (networks is null or not exists (
          select 1 from organisation_listing o where o.national_key = l.national_key
          and o.network_id < l.network_id and ${where}))) l`
      : sql`organisation_listing l`
  const outer = scope.networkId === null ? sql`true` : where
  const { rows } = await publicDb().execute<ListingLine & { revision: number | null }>(sql`
    with page as materialized (
      select ${listingColumns(scope)}, row_number() over () as rank
      from (select l.* from ${source} where ${outer} order by ${order(filters, terms)}
        limit ${filters.per_page} offset ${(filters.page - 1) * filters.per_page}) l
    )
    select page.*, r.revision from (select ${revision(scope)} as revision) r left join page on true order by rank`)
  return { items: rows.filter((row) => row.slug !== null).map(toItem), revision: rows[0]?.revision ?? 0 }
}

function revision(scope: Scope): SQL {
  return scope.networkId === null
    ? sql`(select sum(revision)::bigint from listing_revision)`
    : sql`(select revision from listing_revision where network_id = ${scope.networkId})`
}

function order(filters: Filters, terms: string[]): SQL {
  const byName = sql`name collate "fr-x-icu", network_id, id`
  if (filters.sort === '-name') return sql`name collate "fr-x-icu" desc, network_id desc, id desc`
  if (filters.sort === 'recent') return sql`published_at desc, network_id, id`
  if (terms.length === 0 || filters.sort === 'name') return byName
  // Those whose own name answers come first.
  return sql`(search @@ ${tsquery(terms, 'A')}) desc, ${byName}`
}
