import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { refreshProjectsOf } from '#server/projects/public.ts'
import { listedKeys, raiseRevision, refreshIdentity, takeTurns } from './after-listing.server.ts'

/** Takes a record out of the public's sight; its private side is untouched. */
export async function removeListing(tx: Transaction, ctx: NetworkContext, id: string) {
  const keys = await listedKeys(tx, ctx, id)
  await takeTurns(tx, keys)
  await tx
    .delete(organisationListing)
    .where(and(eq(organisationListing.networkId, ctx.network.id), eq(organisationListing.id, id)))
  await refreshIdentity(tx, keys, { network: ctx.network.id, id })
  await refreshProjectsOf(tx, ctx, id)
  await raiseRevision(tx, ctx)
}
