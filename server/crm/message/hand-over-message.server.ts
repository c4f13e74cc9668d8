import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockUnreached } from './unreached.server.ts'

/** The team gave it to its organisation otherwise: by telephone, by hand. Put back to wait when it did not. */
export async function handOverMessage(ctx: Context, id: string, handedOver: boolean) {
  demand(ctx, crm['page:decide'])
  await inNetwork(ctx, async (tx) => {
    const sent = await lockUnreached(tx, ctx, id)
    if ((sent.handedOverAt !== null) === handedOver) return
    await tx
      .update(message)
      .set({
        handedOverAt: handedOver ? ctx.clock.now() : null,
        handedOverBy: handedOver ? ctx.account.id : null,
      })
      .where(and(eq(message.networkId, ctx.network.id), eq(message.id, id)))
    const action = handedOver ? 'organisation.message_handed_over' : 'organisation.message_put_back'
    await record(tx, ctx, { action, objectType: 'organisation', objectId: sent.organisationId })
  })
}
