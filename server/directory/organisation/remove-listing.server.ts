import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { refreshProjectsOf } from '#server/projects/public.ts'
import { listedBefore, raiseRevision, refreshIdentity, takeTurns } from './after-listing.server.ts'

/** Takes records out of the public's sight; their private side is untouched. */
export async function removeListing(tx: Transaction, ctx: NetworkContext, ...ids: string[]) {
  if (ids.length === 0) return
  const before = [...(await listedBefore(tx, ctx, ids)).values()]
  await takeTurns(
    tx,
    before.flatMap(({ keys }) => keys),
  )
  const { networkId, id } = organisationListing
  await tx.delete(organisationListing).where(and(eq(networkId, ctx.network.id), inArray(id, ids)))
  await refreshIdentity(
    tx,
    ctx,
    before.map(({ id, keys }) => ({ id, keys })),
  )
  await refreshProjectsOf(tx, ctx, ...ids)
  await raiseRevision(tx, ctx)
}
