import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { raiseRevision, refreshIdentity } from './after-listing.server.ts'

/** Takes a record out of the public's sight; its private side is untouched. */
export async function removeListing(tx: Transaction, ctx: NetworkContext, id: string) {
  const [removed] = await tx
    .delete(organisationListing)
    .where(and(eq(organisationListing.networkId, ctx.network.id), eq(organisationListing.id, id)))
    .returning({ nationalKey: organisationListing.nationalKey })
  await refreshIdentity(tx, [removed?.nationalKey])
  await raiseRevision(tx, ctx)
}
