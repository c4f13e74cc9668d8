import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { supportAct } from '#db/schema/support.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

/** Scope, then find: an act of this network, removed or not as asked, held until the end. */
export async function lockAct(tx: Transaction, ctx: NetworkContext, id: string, removed = false) {
  const [row] = await tx
    .select()
    .from(supportAct)
    .where(and(eq(supportAct.networkId, ctx.network.id), eq(supportAct.id, id)))
    .for('update')
  if (!row || (row.removedAt !== null) !== removed) throw notFound()
  return row
}

export const thisAct = (ctx: NetworkContext, id: string) =>
  and(eq(supportAct.networkId, ctx.network.id), eq(supportAct.id, id))
