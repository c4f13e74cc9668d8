import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { sitting } from '#db/schema/dispositifs/sitting.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { minutesSigned } from '../errors.ts'

export const thisSitting = (ctx: NetworkContext, id: string) =>
  and(eq(sitting.networkId, ctx.network.id), eq(sitting.id, id))

/** Scope, then find; whoever writes in a sitting takes turns. */
export async function lockSitting(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(sitting).where(thisSitting(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** One whose current minutes are not signed. */
export async function openSitting(tx: Transaction, ctx: NetworkContext, id: string) {
  const row = await lockSitting(tx, ctx, id)
  if (row.signedRound >= row.round) throw minutesSigned()
  return row
}

/** Who looks at its board sees that something changed. */
export const touched = (tx: Transaction, ctx: NetworkContext, id: string) =>
  tx.execute(sql`update sitting set version = version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
    where network_id = ${ctx.network.id} and id = ${id}`)
