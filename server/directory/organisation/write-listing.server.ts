import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { type ListedField, organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { refreshProjectsOf } from '#server/projects/public.ts'
import { keepWords, listedKeys, raiseRevision, refreshIdentity, takeTurns } from './after-listing.server.ts'
import { identifiersOf, listingOf, type Publishable } from './listing.ts'

/** Writes what the public reads of a record, in the transaction of the act that changed the record. */
export async function writeListing(
  tx: Transaction,
  ctx: NetworkContext,
  record: Publishable & { slug: string; publishedAt: Date; ownFields?: Record<string, unknown> },
  memberUntil: string | null,
) {
  const { words, facets, ...published } = listingOf(record)
  const keys = [...(await listedKeys(tx, ctx, record.id)), ...identifiersOf(published)]
  await takeTurns(tx, keys)
  const fields = {
    ...published,
    search: sql<string>`listing_search(${words}, ${sql.param(facets)}::text[])`,
    ownFields: sql<
      ListedField[]
    >`own_fields_told(${ctx.network.id}, ${record.kind}, ${JSON.stringify(record.ownFields ?? {})}::jsonb)`,
    slug: record.slug,
    memberUntil,
    verifiedAt: record.verifiedAt ?? null,
    contactable: record.contactable,
    publishedAt: record.publishedAt,
    updatedAt: ctx.clock.now(),
  }
  await tx
    .insert(organisationListing)
    .values({ networkId: ctx.network.id, ...fields })
    .onConflictDoUpdate({ target: [organisationListing.networkId, organisationListing.id], set: fields })
  await keepWords(tx, words)
  await refreshIdentity(tx, keys, { network: ctx.network.id, id: record.id })
  await refreshProjectsOf(tx, ctx, record.id)
  await raiseRevision(tx, ctx)
}
