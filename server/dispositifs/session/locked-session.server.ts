import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifSession } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

/** Scope, then find: a session of this network, held until the act is done. */
export async function lockSession(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(dispositifSession).where(thisSession(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

export const thisSession = (ctx: NetworkContext, id: string) =>
  and(eq(dispositifSession.networkId, ctx.network.id), eq(dispositifSession.id, id))
