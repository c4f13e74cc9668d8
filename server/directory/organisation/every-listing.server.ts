import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, narrowingOf, type Scope } from './conditions.server.ts'
import type { Filters } from './filters.schema.ts'
import { type ListingItem, type ListingLine, listingColumns, toItem } from './listing-item.server.ts'
import { firstOfIdentity } from './read-page.server.ts'
import { understand } from './understand-words.server.ts'

const BATCH = 1000

export type ExportedListing = ListingItem & { address: string | null; website: string | null }

/**
 * Every listing of a search in alphabetical order, a batch at a time, so that an export of any
 * size holds little memory and no transaction open. The place reached is kept as values, not as an
 * offset: a listing published meanwhile shifts nothing.
 */
export async function* everyListing(scope: Scope, filters: Filters): AsyncGenerator<ExportedListing[]> {
  const narrowing = narrowingOf(filters, (await understand(scope, filters.q)).words)
  const where = sql`${matching(scope, narrowing)} and ${firstOfIdentity(scope, narrowing)}`
  let after = sql`true`
  for (;;) {
    const { rows } = await publicDb().execute<ListingLine & ExportedListing & { id: string }>(sql`
      select id, ${listingColumns(scope)}, address, website from organisation_listing l
      where ${where} and ${after} order by name collate "fr-x-icu", network_id, id limit ${BATCH}`)
    if (rows.length) yield rows.map((row) => ({ ...toItem(row), address: row.address, website: row.website }))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = sql`(name collate "fr-x-icu", network_id, id) > (${last.name} collate "fr-x-icu", ${last.networkId}::int, ${last.id}::uuid)`
  }
}
