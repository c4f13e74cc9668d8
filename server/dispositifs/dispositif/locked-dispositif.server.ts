import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

/** Scope, then find: a dispositif of this network, held until the act is done. */
export async function lockDispositif(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(dispositif).where(thisDispositif(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

export const thisDispositif = (ctx: NetworkContext, id: string) =>
  and(eq(dispositif.networkId, ctx.network.id), eq(dispositif.id, id))
