import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { openBatch } from '../batch/open-batch.server.ts'
import { nothingToWrite } from '../errors.ts'
import { crm } from '../permissions.ts'
import { lockImport, setImport } from './import-row.server.ts'
import { writeImport } from './write-import.server.ts'

/** Lets what was checked be written; lines refused, or left to a choice nobody made, stay out. */
export async function confirmImport(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['checked'])
    const { create = 0, update = 0 } = row.counts
    if (create + update === 0) throw nothingToWrite()
    const work = await beginWork(tx, ctx, writeImport, { importId: id })
    const batchId = await openBatch(tx, ctx, 'import', { what: row.name, import: id })
    await setImport(tx, ctx, id, { state: 'writing', workId: work.id, batchId, writtenLine: 0 })
    await record(tx, ctx, {
      action: 'import.confirmed',
      objectType: 'organisation_import',
      objectId: id,
      changes: { name: row.name, create, update },
    })
  })
}
