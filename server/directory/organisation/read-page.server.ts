import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, type Narrowing, type Scope, tsquery } from './conditions.server.ts'
import type { Filters } from './filters.schema.ts'
import { type ListingItem, type ListingLine, listingColumns, toItem } from './listing-item.server.ts'

/** The listings of one page, in the order asked. */
export async function readPage(scope: Scope, filters: Filters, narrowing: Narrowing): Promise<ListingItem[]> {
  const skip = (filters.page - 1) * filters.per_page
  const where = sql`${matching(scope, narrowing)} and ${firstOfIdentity(scope, narrowing)}`
  const byName = sql`name collate "fr-x-icu", network_id, id`
  if (filters.sort === '-name') {
    return read(
      scope,
      where,
      sql`name collate "fr-x-icu" desc, network_id desc, id desc`,
      skip,
      filters.per_page,
    )
  }
  if (filters.sort === 'recent')
    return read(scope, where, sql`published_at desc, network_id, id`, skip, filters.per_page)
  if (narrowing.terms.length === 0 || filters.sort === 'name')
    return read(scope, where, byName, skip, filters.per_page)
  return readByRelevance(scope, where, narrowing, byName, skip, filters.per_page)
}

/**
 * Those whose own name answers come first, then the others. Two statements, each in the order of an
 * index: sorting all that answers by « answers in its name » would read all of it for thirty lines.
 */
async function readByRelevance(
  scope: Scope,
  where: SQL,
  { terms }: Narrowing,
  byName: SQL,
  skip: number,
  take: number,
) {
  const inName = sql`title @@ ${tsquery(terms)}`
  const first = await read(scope, sql`${where} and ${inName}`, byName, skip, take)
  if (first.length === take) return first
  const before =
    first.length > 0 || skip === 0 ? skip + first.length : await count(sql`${where} and ${inName}`)
  const others = await read(
    scope,
    sql`${where} and not ${inName}`,
    byName,
    Math.max(0, skip - before),
    take - first.length,
  )
  return [...first, ...others]
}

async function count(where: SQL): Promise<number> {
  const { rows } = await publicDb().execute<{ n: number }>(
    sql`select count(*)::int as n from organisation_listing l where ${where}`,
  )
  return rows[0]!.n
}

async function read(
  scope: Scope,
  where: SQL,
  order: SQL,
  skip: number,
  take: number,
): Promise<ListingItem[]> {
  const { rows } = await publicDb().execute<ListingLine>(sql`
    select ${listingColumns(scope)} from organisation_listing l where ${where}
    order by ${order} limit ${take} offset ${skip}`)
  return rows.map(toItem)
}

/** Across networks, of several listings of one organisation that match, the first network's is shown. */
function firstOfIdentity(scope: Scope, narrowing: Narrowing): SQL {
  if (scope.networkId !== null) return sql`true`
  return sql`(networks is null or not exists (select 1 from organisation_listing o
    where o.national_key = l.national_key and o.network_id < l.network_id and ${matching(scope, narrowing)}))`
}
