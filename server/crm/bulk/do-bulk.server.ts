import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { changeBatch } from '#db/schema/crm.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { MOST_AT_ONCE, PER_TRANSACTION } from '../batch/batch.ts'
import { noteChanges } from '../batch/note-change.server.ts'
import { openBatch } from '../batch/open-batch.server.ts'
import { loadRecords } from '../import/load-known.server.ts'
import { crm } from '../permissions.ts'
import { demandAssignee } from '../task/write-task.server.ts'
import { type BulkChange, skipOf } from './bulk.ts'
import { changeRecord } from './change-record.server.ts'
import { type BulkTarget, bulkRows, fieldOf, ruleOf, targetIds } from './plan-bulk.server.ts'

type Order = { batchId: string; ids: string[]; change: BulkChange }

/**
 * Does an act to many records, as one batch that can be undone whole. Records are chosen now: what a
 * filter answers may change while they do. More than two hundred are done by a long work.
 * `what` tells the batch in a person's words.
 */
export async function doBulk(ctx: Context, target: BulkTarget, change: BulkChange, what: string) {
  demand(ctx, ruleOf(change))
  return inNetwork(ctx, async (tx) => {
    await fieldOf(tx, ctx, change)
    await demandKnown(tx, ctx, change)
    const ids = await targetIds(tx, ctx, target)
    const batchId = await openBatch(tx, ctx, `bulk_${change.act}`, { what, asked: ids.length })
    if (change.act === 'task') await tellAssignee(tx, ctx, change, ids.length)
    const order = { batchId, ids, change }
    if (ids.length > MOST_AT_ONCE) return { batchId, workId: (await beginWork(tx, ctx, bulkWork, order)).id }
    await changeSome(tx, ctx, order, ids)
    return { batchId, workId: null }
  })
}

async function demandKnown(tx: Transaction, ctx: StaffContext, change: BulkChange) {
  if (change.act === 'keep') await demandAssignee(tx, ctx, change.account)
  if (change.act === 'task') await demandAssignee(tx, ctx, change.assigneeId)
  if (change.act !== 'tag' && change.act !== 'untag') return
  const { rows } = await tx.execute(
    sql`select 1 from tag where network_id = ${ctx.network.id} and id = ${change.tag}`,
  )
  if (rows.length === 0) throw new DomainError('crm.bulk_refused', 422, { fault: 'bulk_tag' })
}

/** Told once of all their tasks, however many. */
async function tellAssignee(
  tx: Transaction,
  ctx: StaffContext,
  change: Extract<BulkChange, { act: 'task' }>,
  count: number,
) {
  if (!change.assigneeId || change.assigneeId === ctx.account.id || count === 0) return
  await notify(tx, ctx, {
    accountId: change.assigneeId,
    kind: 'crm.tasks',
    params: { name: ctx.account.name, title: change.title, count },
    path: `/${ctx.network.slug}/bureau/a-faire`,
  })
}

async function changeSome(tx: Transaction, ctx: StaffContext, { batchId, change }: Order, ids: string[]) {
  const field = await fieldOf(tx, ctx, change)
  // All of them before anything is written, in one order: whoever saves one of them waits for nothing this
  // act holds, and two acts on the same records take turns.
  await loadRecords(tx, ctx, ids, { lock: true })
  const rows = await bulkRows(tx, ctx, ids)
  const changing = rows.filter((row) => !skipOf(change, row, field)).map(({ id }) => id)
  const noted = []
  for (const id of changing.sort()) noted.push(await changeRecord(tx, ctx, id, change, field))
  await noteChanges(tx, ctx, batchId, noted)
}

/** Somebody may undo it while it goes on: held until these records are written, so that the undoing finds them. */
async function stillStands(tx: Transaction, ctx: StaffContext, batchId: string): Promise<boolean> {
  const mine = and(eq(changeBatch.networkId, ctx.network.id), eq(changeBatch.id, batchId))
  const [batch] = await tx
    .select({ undoneAt: changeBatch.undoneAt })
    .from(changeBatch)
    .where(mine)
    .for('share')
  return batch !== undefined && batch.undoneAt === null
}

export const bulkWork: WorkKind<Order> = {
  name: 'crm.bulk',
  rule: crm['organisation:correct'],
  run: async (ctx, order, progress) => {
    demand(ctx, ruleOf(order.change))
    const left = await inNetwork(ctx, async (tx) => {
      // Half done by a worker that died: what is done is not done twice.
      const { rows } = await tx.execute<{ id: string }>(sql`
        select organisation_id as id from change_batch_line
        where network_id = ${ctx.network.id} and batch_id = ${order.batchId}`)
      const done = new Set(rows.map(({ id }) => id))
      return order.ids.filter((id) => !done.has(id))
    })
    const total = order.ids.length
    const path = `/${ctx.network.slug}/bureau/lots/${order.batchId}`
    for (let at = 0; at < left.length; at += PER_TRANSACTION) {
      await progress(total - left.length + at, total)
      const some = left.slice(at, at + PER_TRANSACTION)
      const went = await inNetwork(ctx, async (tx) => {
        if (!(await stillStands(tx, ctx, order.batchId))) return false
        await changeSome(tx, ctx, order, some)
        return true
      })
      if (!went) return { path, counts: { rows: total - left.length + at } }
    }
    return { path: `${path}?fait=faite`, counts: { rows: total } }
  },
}
