import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { keepWords, raiseRevision, refreshIdentity } from './after-listing.server.ts'
import { listingOf, type Publishable } from './listing.ts'

/** Writes what the public reads of a record, in the transaction of the act that changed the record. */
export async function writeListing(
  tx: Transaction,
  ctx: NetworkContext,
  record: Publishable & { slug: string; publishedAt: Date },
  memberUntil: string | null,
) {
  const { rows: before } = await tx.execute<{ national_key: string | null }>(
    sql`select national_key from organisation_listing where network_id = ${ctx.network.id} and id = ${record.id}`,
  )
  const { words, facets, ...published } = listingOf(record)
  const fields = {
    ...published,
    search: sql<string>`listing_search(${words}, ${sql.param(facets)}::text[])`,
    slug: record.slug,
    memberUntil,
    publishedAt: record.publishedAt,
    updatedAt: ctx.clock.now(),
  }
  await tx
    .insert(organisationListing)
    .values({ networkId: ctx.network.id, ...fields })
    .onConflictDoUpdate({ target: [organisationListing.networkId, organisationListing.id], set: fields })
  await keepWords(tx, words)
  await refreshIdentity(tx, [before[0]?.national_key, fields.nationalKey])
  await raiseRevision(tx, ctx)
}
