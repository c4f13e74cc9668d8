import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

export const unreached = (ctx: NetworkContext) =>
  and(eq(message.networkId, ctx.network.id), isNotNull(message.relayedAt), eq(message.reached, 0))
export const waiting = (ctx: NetworkContext) => and(unreached(ctx), isNull(message.handedOverAt))

/** Held until it is forwarded or marked: of two who do it, one does. */
export async function lockUnreached(tx: Transaction, ctx: StaffContext, id: string) {
  const [found] = await tx
    .select()
    .from(message)
    .where(and(unreached(ctx), eq(message.id, id)))
    .for('update')
  if (!found) throw notFound()
  return found
}
