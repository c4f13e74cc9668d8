import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { hostUnproven, resolverSilent } from '../errors.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { lookForProof } from './host-proof.server.ts'

/** Looks for the proof and opens the host. Verified again, it is the latest proof. */
export async function verifyHost(ctx: Context, host: string) {
  demand(ctx, portal['site:edit'])
  const { id } = ctx.network
  const here = and(eq(networkHost.networkId, id), eq(networkHost.host, host))
  const [declared] = await inNetwork(ctx, (tx) => tx.select().from(networkHost).where(here))
  if (!declared) throw notFound()
  const proof = await lookForProof(host, declared.token)
  if (proof === 'unknown') throw resolverSilent()
  if (proof !== 'proven') throw hostUnproven(proof === 'other_value')
  await inNetwork(ctx, async (tx) => {
    // The token is asked again: the host may have been removed and declared anew meanwhile.
    const opened = await tx
      .update(networkHost)
      .set({ verifiedAt: ctx.clock.now() })
      .where(and(here, eq(networkHost.token, declared.token)))
      .returning({ host: networkHost.host })
    if (opened.length === 0) throw notFound()
    if (declared.verifiedAt) return
    await record(tx, ctx, {
      action: 'site.host_verified',
      objectType: 'site_host',
      objectId: objectIdOf(id, host),
      changes: { host: { from: null, to: host } },
    })
  })
}
