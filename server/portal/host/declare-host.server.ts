import { randomBytes } from 'node:crypto'
import { inNetwork } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { hostRefused } from '../errors.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { hostFault, hostTyped } from './host.ts'
import { productOrigin } from './product-origin.ts'

/** Writes down a host to be proven; until then it changes nothing. */
export async function declareHost(ctx: Context, typed: string) {
  demand(ctx, portal['site:edit'])
  const host = hostTyped(typed)
  const fault = hostFault(host, new URL(productOrigin()).host)
  if (fault) throw hostRefused(fault)
  const { id } = ctx.network
  await inNetwork(ctx, async (tx) => {
    const added = await tx
      .insert(networkHost)
      .values({
        networkId: id,
        host,
        token: randomBytes(18).toString('base64url'),
        declaredAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ host: networkHost.host })
    if (added.length === 0) return
    await record(tx, ctx, {
      action: 'site.host_declared',
      objectType: 'site_host',
      objectId: objectIdOf(id, host),
      changes: { host: { from: null, to: host } },
    })
  })
  return { host }
}
