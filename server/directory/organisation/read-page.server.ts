import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, type Narrowing, type Scope, tsquery } from './conditions.server.ts'
import type { Filters } from './filters.schema.ts'
import { type ListingItem, type ListingLine, listingColumns, toItem } from './listing-item.server.ts'

/** Beyond, sorting all that answers would read all of it for thirty lines. */
const MOST_SORTED = 2000

/** The listings of one page, in the order asked. `total` is how many answer in all. */
export async function readPage(
  scope: Scope,
  filters: Filters,
  narrowing: Narrowing,
  total: number,
): Promise<ListingItem[]> {
  const take = filters.per_page
  const skip = (filters.page - 1) * take
  if (skip >= total) return []
  const where = sql`${matching(scope, narrowing)} and ${firstOfIdentity(scope, narrowing)}`
  const byName = sql`name collate "fr-x-icu", network_id, id`
  if (filters.sort === '-name') {
    return read(scope, where, sql`name collate "fr-x-icu" desc, network_id desc, id desc`, skip, take)
  }
  if (filters.sort === 'recent') return read(scope, where, sql`published_at desc, network_id, id`, skip, take)
  if (narrowing.words.terms.length === 0 || filters.sort === 'name')
    return read(scope, where, byName, skip, take)
  const inName = sql`title @@ ${tsquery(narrowing.words)}`
  if (total <= MOST_SORTED) return read(scope, where, sql`(${inName}) desc, ${byName}`, skip, take)
  return readNamedFirst(scope, where, inName, byName, skip, take)
}

/** Those whose own name answers, then the others: two statements, each in the order of an index. */
async function readNamedFirst(
  scope: Scope,
  where: SQL,
  inName: SQL,
  byName: SQL,
  skip: number,
  take: number,
) {
  const named = await read(scope, sql`${where} and ${inName}`, byName, skip, take)
  if (named.length === take) return named
  const before =
    named.length > 0 || skip === 0 ? skip + named.length : await count(sql`${where} and ${inName}`)
  const others = sql`${where} and not ${inName}`
  return [...named, ...(await read(scope, others, byName, Math.max(0, skip - before), take - named.length))]
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

/** Across networks, of several listings `l` of one organisation that match, the first network's is shown. */
export function firstOfIdentity(scope: Scope, narrowing: Narrowing): SQL {
  if (scope.networkId !== null) return sql`true`
  return sql`(networks is null or not exists (select 1 from organisation_listing o
    where o.national_key = l.national_key and (o.network_id, o.id) < (l.network_id, l.id)
    and ${matching(scope, narrowing)}))`
}
