import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { longWork } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { storeOwnFile } from '#server/kernel/files/store-file.server.ts'
import { log } from '#server/kernel/log.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { AnyWork, Progress, WorkResult } from './work.ts'
import type { WorkOrder } from './work-queue.server.ts'

type Row = typeof longWork.$inferSelect
/** Who asked, with what they may do at this moment; null when the account is gone. */
export type Asker = (accountId: string, networkId: number, workId: string) => Promise<Context | null>

const BETWEEN_WRITES_MS = 500
class GivenUp extends Error {}

/**
 * Does one work. An order may be given twice, or taken up after a worker died: a work that ended is left
 * alone, and of two that end together the first one counts, its file with it.
 */
export async function runWork(order: WorkOrder, kinds: AnyWork[], askerOf: Asker) {
  const { workId, networkId } = order
  const network = { network: { id: networkId } }
  const mine = and(eq(longWork.networkId, networkId), eq(longWork.id, workId))
  const open = and(mine, inArray(longWork.state, ['waiting', 'running']))
  const [row] = await inNetwork(network, (tx) =>
    tx
      .update(longWork)
      .set({ state: 'running', startedAt: new Date(), errorCode: null })
      .where(open)
      .returning(),
  )
  if (!row) return
  try {
    const ctx = row.accountId && (await askerOf(row.accountId, networkId, workId))
    const kind = kinds.find(({ name }) => name === row.kind)
    if (!ctx || !kind) throw new DomainError('kernel.work_unknown', 404)
    demand(ctx, kind.rule)
    const result = await kind.run(ctx, row.input, progressOf(network, row))
    await finish(ctx, row, result).finally(result.release)
  } catch (error) {
    if (error instanceof GivenUp) return
    const errorCode = error instanceof DomainError ? error.code : 'kernel.fault'
    if (errorCode === 'kernel.fault')
      log.error({ err: error, networkId, work: row.kind, workId }, 'work failed')
    await inNetwork(network, (tx) =>
      tx.update(longWork).set({ state: 'failed', errorCode, finishedAt: new Date() }).where(open),
    )
  }
}

function progressOf(network: { network: { id: number } }, row: Row): Progress {
  let written = 0
  return async (done, total) => {
    const now = Date.now()
    if (now - written < BETWEEN_WRITES_MS) return
    written = now
    const still = await inNetwork(network, (tx) =>
      tx
        .update(longWork)
        .set({ done, total })
        .where(and(thisWork(row), eq(longWork.state, 'running')))
        .returning({ id: longWork.id }),
    )
    if (still.length === 0) throw new GivenUp()
  }
}

async function finish(ctx: StaffContext, row: Row, { file, owner, also, path, counts }: WorkResult) {
  const end = async (tx: Transaction, fileId: string | null) => {
    const [held] = await tx.select().from(longWork).where(thisWork(row)).for('update')
    if (held?.state !== 'running') throw new GivenUp()
    const total = held.total ?? counts?.rows ?? held.done
    const result = { ...(fileId && { fileId }), ...(path && { path }), ...(counts && { counts }) }
    await tx
      .update(longWork)
      .set({ state: 'done', done: total, total, result, finishedAt: ctx.clock.now() })
      .where(thisWork(row))
    await also?.(tx, fileId)
    await record(tx, ctx, {
      action: `work.${row.kind}.done`,
      objectType: 'long_work',
      objectId: row.id,
      changes: counts ?? {},
    })
  }
  if (!file) return inNetwork(ctx, (tx) => end(tx, null))
  const whose = owner ?? { ownerType: 'long_work', ownerId: row.id }
  await storeOwnFile(ctx, { ...whose, file }, (tx, { id }) => end(tx, id))
}

const thisWork = (row: Row) => and(eq(longWork.networkId, row.networkId), eq(longWork.id, row.id))
