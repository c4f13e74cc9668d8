import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { dispositifs } from '../permissions.ts'
import { nothingToImport } from './errors.ts'
import { lockImport, setImport } from './import-row.server.ts'
import { writeImport } from './write-import.server.ts'

/** Lets what was checked be written; lines refused, or whose holder nobody chose, stay out. */
export async function confirmImport(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dossier:import'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['checked'])
    const { create = 0, update = 0 } = row.counts
    if (create + update === 0) throw nothingToImport()
    const work = await beginWork(tx, ctx, writeImport, { importId: id })
    await setImport(tx, ctx, id, { state: 'writing', workId: work.id, writtenLine: 0 })
    await record(tx, ctx, {
      action: 'dossier_import.confirmed',
      objectType: 'dispositif_session',
      objectId: row.sessionId,
      changes: { name: row.name, create, update },
    })
  })
}
