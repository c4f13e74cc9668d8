import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dossierImport } from '#db/schema/dispositifs/import.ts'
import { kindOfFile } from '#packages/spreadsheet/kind-of-file.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import { TABLE_MEDIA } from '#packages/spreadsheet/table-media.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { safeName } from '#server/kernel/files/media-types.ts'
import { storeLargeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { fileUnreadable } from './errors.ts'
import { setImport } from './import-row.server.ts'
import { readImport } from './read-import.server.ts'

export const IMPORT_FILE = 'dossier_import'

/** Takes the spreadsheet of a session, as the funder's platform gives it; it is read by the worker. */
export async function startImport(
  ctx: Context,
  sessionId: string,
  upload: { name: string; path: string },
): Promise<{ id: string }> {
  demand(ctx, dispositifs['dossier:import'])
  const mediaType = TABLE_MEDIA[await judged(upload.path)]
  const id = v7()
  const name = safeName(upload.name, mediaType)
  await inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, sessionId)
    await tx.insert(dossierImport).values({
      ...{ networkId: ctx.network.id, id, sessionId, accountId: ctx.account.id, name },
      createdAt: ctx.clock.now(),
    })
  })
  const file = { name, mediaType, path: upload.path }
  await storeLargeFile(ctx, { ownerType: IMPORT_FILE, ownerId: id, file }, async (tx) => {
    const work = await beginWork(tx, ctx, readImport, { importId: id })
    await setImport(tx, ctx, id, { workId: work.id })
    await record(tx, ctx, {
      action: 'dossier_import.started',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { name },
    })
  })
  return { id }
}

/** What is plainly no table is refused before it is kept. */
async function judged(path: string) {
  try {
    return await kindOfFile(path)
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw fileUnreadable(error.why, error.line)
    throw error
  }
}
