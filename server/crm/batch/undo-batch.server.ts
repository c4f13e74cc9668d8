import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { changeBatch, changeBatchLine } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { undoneByItsImport } from '../errors.ts'
import { crm } from '../permissions.ts'
import { MOST_AT_ONCE, PER_TRANSACTION } from './batch.ts'
import { type Line, undoLine } from './undo-line.server.ts'

type Undoing = { workId: string | null }

/**
 * Undoes a batch: every record that nobody touched since is put back, every record it created goes unless
 * something was attached to it since; the others stay, and the batch says which and why. Undone twice, it
 * is undone once. Large, it becomes a long work, whose id is given.
 */
export async function undoBatch(
  ctx: Context,
  batchId: string,
  from: 'import' | null = null,
): Promise<Undoing> {
  demand(ctx, crm['organisation:correct'])
  return inNetwork(ctx, async (tx) => {
    const mine = and(eq(changeBatch.networkId, ctx.network.id), eq(changeBatch.id, batchId))
    const [batch] = await tx.select().from(changeBatch).where(mine).for('update')
    if (!batch) throw notFound()
    // An import gave people too, which its own undoing alone takes back.
    if (batch.kind === 'import' && from !== 'import') throw undoneByItsImport()
    if (batch.undoneAt) return { workId: null }
    await tx.update(changeBatch).set({ undoneAt: ctx.clock.now(), undoneBy: ctx.account.id }).where(mine)
    await record(tx, ctx, {
      action: 'batch.undone',
      objectType: 'change_batch',
      objectId: batchId,
      changes: { kind: batch.kind },
    })
    const [left] = await tx.select({ lines: count() }).from(changeBatchLine).where(open(ctx, batchId))
    if (left!.lines > MOST_AT_ONCE)
      return { workId: (await beginWork(tx, ctx, undoBatchWork, { batchId })).id }
    await undoSome(tx, ctx, batchId, MOST_AT_ONCE)
    return { workId: null }
  })
}

const open = (ctx: StaffContext, batchId: string) =>
  and(
    eq(changeBatchLine.networkId, ctx.network.id),
    eq(changeBatchLine.batchId, batchId),
    isNull(changeBatchLine.outcome),
  )

/** Undoes the next lines that are not yet; how many they were. */
async function undoSome(tx: Transaction, ctx: StaffContext, batchId: string, most: number): Promise<number> {
  const lines = await tx
    .select()
    .from(changeBatchLine)
    .where(open(ctx, batchId))
    .orderBy(changeBatchLine.organisationId)
    .limit(most)
    .for('update')
  for (const line of lines) {
    const outcome = await undoLine(tx, ctx, line as Line)
    await tx
      .update(changeBatchLine)
      .set({ outcome })
      .where(and(open(ctx, batchId), eq(changeBatchLine.organisationId, line.organisationId)))
  }
  return lines.length
}

export const undoBatchWork: WorkKind<{ batchId: string }> = {
  name: 'crm.undo_batch',
  rule: crm['organisation:correct'],
  run: async (ctx, { batchId }, progress) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<{ done: number; total: number }>(sql`
        select count(outcome)::int as done, count(*)::int as total from change_batch_line
        where network_id = ${ctx.network.id} and batch_id = ${batchId}`),
    )
    let { done, total } = rows[0]!
    for (;;) {
      await progress(done, total)
      const undone = await inNetwork(ctx, (tx) => undoSome(tx, ctx, batchId, PER_TRANSACTION))
      done += undone
      if (undone < PER_TRANSACTION) break
    }
    return { path: `/${ctx.network.slug}/bureau/lots/${batchId}`, counts: { rows: total } }
  },
}
