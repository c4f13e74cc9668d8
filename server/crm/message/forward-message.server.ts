import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { nobodyToWriteTo } from '../errors.ts'
import { crm } from '../permissions.ts'
import { deliver } from './relay-message.server.ts'
import { lockUnreached } from './unreached.server.ts'

/** Its organisation has an address now: it leaves as it would have left then. */
export async function forwardMessage(ctx: Context, id: string) {
  demand(ctx, crm['page:decide'])
  await inNetwork(ctx, async (tx) => {
    const sent = await lockUnreached(tx, ctx, id)
    if ((await deliver(tx, ctx, sent)) === 0) throw nobodyToWriteTo()
    await record(tx, ctx, {
      action: 'organisation.message_forwarded',
      objectType: 'organisation',
      objectId: sent.organisationId,
    })
  })
}
