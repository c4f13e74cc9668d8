import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { sendMail } from '#server/kernel/mail/send-mail.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { enqueue } from '#server/kernel/queue.ts'
import { upkeep } from '../rules.ts'

/** A mail of this network that failed waits again, and is sent as soon as this is committed. */
export async function retryMail(ctx: Context, id: string) {
  demand(ctx, upkeep['task:retry'])
  await inNetwork(ctx, async (tx) => {
    const failed = and(
      eq(outgoingMail.networkId, ctx.network.id),
      eq(outgoingMail.id, id),
      eq(outgoingMail.state, 'failed'),
    )
    const [row] = await tx
      .update(outgoingMail)
      .set({ state: 'waiting', attempts: 0, error: null })
      .where(failed)
      .returning({ template: outgoingMail.template })
    if (!row) throw notFound()
    await enqueue(tx, sendMail.name, { mail: id })
    await record(tx, ctx, {
      action: 'mail.retried',
      objectType: 'mail',
      objectId: id,
      changes: { template: row.template },
    })
  })
}
