import { eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { recordNameOf, recordValueOf } from './host.ts'

/** The hosts a network declared, with the record that proves each. */
export async function listHosts(ctx: Context) {
  demand(ctx, portal['site:edit'])
  const rows = await inNetwork(ctx, (tx) =>
    tx.select().from(networkHost).where(eq(networkHost.networkId, ctx.network.id)).orderBy(networkHost.host),
  )
  return rows.map(({ host, token, verifiedAt }) => ({
    host,
    verifiedAt,
    recordName: recordNameOf(host),
    recordValue: recordValueOf(token),
  }))
}
