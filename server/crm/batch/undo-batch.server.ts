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
import {
  countLinesOfPeople,
  forgetPeopleMade,
  LINES_OF_PEOPLE,
  undoPeople,
} from '../import/undo-people.server.ts'
import { forgetTagsMade } from '../import/write-tags.server.ts'
import { crm } from '../permissions.ts'
import { MOST_AT_ONCE, UNDONE_TOGETHER } from './batch.ts'
import { type Line, undoLines } from './undo-lines.server.ts'

/**
 * Undoes a batch: every record that nobody touched since is put back, every record it created goes unless
 * something was attached to it since; the others stay, and the batch says which and why. Undone twice, it
 * is undone once. Large, it becomes a long work, whose id is given.
 */
export async function undoBatch(
  ctx: Context,
  batchId: string,
  from: 'import' | null = null,
): Promise<{ workId: string | null }> {
  demand(ctx, crm['organisation:correct'])
  return inNetwork(ctx, async (tx) => {
    const mine = and(eq(changeBatch.networkId, ctx.network.id), eq(changeBatch.id, batchId))
    const [batch] = await tx.select().from(changeBatch).where(mine).for('update')
    if (!batch) throw notFound()
    // An import is undone on its own page, which says so.
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
    const { import: importId } = batch.summary as { import?: string }
    const people = importId ? await countLinesOfPeople(tx, ctx, importId) : 0
    if (left!.lines > MOST_AT_ONCE || people > LINES_OF_PEOPLE)
      return { workId: (await beginWork(tx, ctx, undoBatchWork, { batchId })).id }
    for (const act of peopleFirst(batch))
      for (let after: number | null = 0; after !== null; ) after = await act(tx, ctx, after)
    await undoSome(tx, ctx, batchId, MOST_AT_ONCE)
    await forgetTagsMade(tx, ctx, batch.summary)
    return { workId: null }
  })
}

/** What an import wrote of people goes before the records they stand at, a thousand lines a step. */
function peopleFirst({ id, summary }: Pick<typeof changeBatch.$inferSelect, 'id' | 'summary'>) {
  const { import: importId } = summary as { import?: string }
  if (!importId) return []
  const which = { importId, batchId: id }
  return [undoPeople, forgetPeopleMade].map(
    (act) => (tx: Transaction, ctx: StaffContext, after: number) => act(tx, ctx, which, after),
  )
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
  if (lines.length === 0) return 0
  const outcomes = await undoLines(tx, ctx, lines as Line[])
  const told = [...outcomes].map(([id, outcome]) => ({ id, outcome }))
  await tx.execute(sql`update change_batch_line l set outcome = r.outcome
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(id uuid, outcome text)
    where l.network_id = ${ctx.network.id} and l.batch_id = ${batchId} and l.organisation_id = r.id`)
  return lines.length
}

export const undoBatchWork: WorkKind<{ batchId: string }> = {
  name: 'crm.undo_batch',
  rule: crm['organisation:correct'],
  run: async (ctx, { batchId }, progress) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<{ done: number; total: number; summary: Record<string, unknown> }>(sql`
        select count(l.outcome)::int as done, count(l.*)::int as total, b.summary from change_batch b
          left join change_batch_line l on l.network_id = b.network_id and l.batch_id = b.id
        where b.network_id = ${ctx.network.id} and b.id = ${batchId} group by b.summary`),
    )
    let { done = 0, total = 0, summary = {} } = rows[0] ?? {}
    for (const act of peopleFirst({ id: batchId, summary }))
      for (let after: number | null = 0; after !== null; ) {
        await progress(done, total)
        const from: number = after
        after = await inNetwork(ctx, (tx) => act(tx, ctx, from))
      }
    for (;;) {
      await progress(done, total)
      const undone = await inNetwork(ctx, (tx) => undoSome(tx, ctx, batchId, UNDONE_TOGETHER))
      done += undone
      if (undone < UNDONE_TOGETHER) break
    }
    await inNetwork(ctx, (tx) => forgetTagsMade(tx, ctx, summary))
    return { path: `/${ctx.network.slug}/bureau/lots/${batchId}`, counts: { rows: total } }
  },
}
