import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { mailBounce, outgoingMail } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { enqueue } from '#server/kernel/queue.ts'
import { addressHash } from './bounces.server.ts'
import { mail } from './permissions.ts'
import { SEND_MAIL } from './queue-mail.server.ts'

/**
 * The address of a mail of this network works again: it may be written to, and the mail that was held
 * back for it leaves. One that was handed over and came back is not sent again: its links are forgotten.
 */
export async function writeAgain(ctx: Context, id: string) {
  demand(ctx, mail['mail:write_again'])
  await inNetwork(ctx, async (tx) => {
    const [refused] = await tx
      .select({
        state: outgoingMail.state,
        toAddress: outgoingMail.toAddress,
        template: outgoingMail.template,
      })
      .from(outgoingMail)
      .where(
        and(
          eq(outgoingMail.networkId, ctx.network.id),
          eq(outgoingMail.id, id),
          inArray(outgoingMail.state, ['bounced', 'suppressed']),
        ),
      )
      .for('update')
    if (!refused) throw notFound()
    await tx.delete(mailBounce).where(eq(mailBounce.addressHash, addressHash(refused.toAddress)))
    if (refused.state === 'suppressed') {
      await tx
        .update(outgoingMail)
        .set({ state: 'waiting', attempts: 0, error: null })
        .where(eq(outgoingMail.id, id))
      await enqueue(tx, SEND_MAIL, { mail: id })
    }
    const changes = { template: refused.template }
    await record(tx, ctx, { action: 'mail.address_cleared', objectType: 'mail', objectId: id, changes })
  })
}
