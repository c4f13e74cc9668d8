import { and, desc, eq, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { rememberBounce } from './bounces.server.ts'
import { type Refusal, refusalsIn } from './delivery-status.ts'

/** A mail that came back; how many of ours it named. The same one twice has one effect. */
export async function takeBounce(raw: string, clock: Clock): Promise<number> {
  let taken = 0
  for (const refusal of await refusalsIn(raw)) if (await mark(refusal, clock)) taken += 1
  return taken
}

async function mark({ messageId, recipient, status }: Refusal, clock: Clock): Promise<boolean> {
  return publicDb().transaction(async (tx) => {
    const named = messageId
      ? eq(outgoingMail.messageId, messageId)
      : sql`lower(${outgoingMail.toAddress}) = ${recipient}`
    const [mail] = await tx
      .select({ id: outgoingMail.id, toAddress: outgoingMail.toAddress })
      .from(outgoingMail)
      .where(and(named, eq(outgoingMail.state, 'sent')))
      .orderBy(desc(outgoingMail.createdAt))
      .limit(1)
      .for('update')
    if (!mail) return false
    await tx
      .update(outgoingMail)
      .set({ state: 'bounced', error: `returned ${status}` })
      .where(eq(outgoingMail.id, mail.id))
    await rememberBounce(tx, mail.toAddress, `returned ${status}`, clock.now())
    return true
  })
}
