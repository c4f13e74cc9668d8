import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { undoBatch } from '../batch/undo-batch.server.ts'
import { importMoved } from '../errors.ts'
import { crm } from '../permissions.ts'
import { type ImportRow, lockImport, setImport } from './import-row.server.ts'
import { forgetExternalKeys } from './write-external-keys.server.ts'

/**
 * Undoes what an import wrote, as its batch: people first, then records, those that somebody touched since
 * left as they are and named. One that was stopped in the middle is undone as far as it went.
 */
export async function undoImport(
  ctx: Context,
  id: string,
): Promise<{ batchId: string; workId: string | null }> {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['written', 'writing'])
    if (row.state === 'writing' && !(await isStopped(tx, ctx, row))) throw importMoved(row.state)
    await forgetExternalKeys(tx, ctx, id)
    const { workId } = await undoBatch(ctx, row.batchId!, 'import')
    await setImport(tx, ctx, id, { state: 'undone', workId: workId ?? row.workId })
    return { batchId: row.batchId!, workId }
  })
}

async function isStopped(tx: Transaction, ctx: StaffContext, row: ImportRow): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from long_work where network_id = ${ctx.network.id}
    and id = ${row.workId} and state in ('failed', 'cancelled')`)
  return rows.length > 0
}
