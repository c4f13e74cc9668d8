import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'

export async function removeHost(ctx: Context, host: string) {
  demand(ctx, portal['site:edit'])
  const { id } = ctx.network
  await inNetwork(ctx, async (tx) => {
    const removed = await tx
      .delete(networkHost)
      .where(and(eq(networkHost.networkId, id), eq(networkHost.host, host)))
      .returning({ host: networkHost.host })
    if (removed.length === 0) throw notFound()
    await record(tx, ctx, {
      action: 'site.host_removed',
      objectType: 'site_host',
      objectId: objectIdOf(id, host),
      changes: { host: { from: host, to: null } },
    })
  })
}
