import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { organisationImport } from '#db/schema/crm/import.ts'
import { kindOfFile } from '#packages/spreadsheet/kind-of-file.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import { TABLE_MEDIA } from '#packages/spreadsheet/table-media.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { safeName } from '#server/kernel/files/media-types.ts'
import { storeLargeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { fileUnreadable } from '../errors.ts'
import { crm } from '../permissions.ts'
import { setImport } from './import-row.server.ts'
import { readImport } from './read-import.server.ts'

const IMPORT_FILE = 'organisation_import'

/** Takes a file of this machine as the start of an import; it is read by the worker. */
export async function startImport(
  ctx: Context,
  upload: { name: string; path: string },
): Promise<{ id: string }> {
  demand(ctx, crm['import:run'])
  const mediaType = TABLE_MEDIA[await judged(upload.path)]
  const id = v7()
  const name = safeName(upload.name, mediaType)
  await inNetwork(ctx, (tx) =>
    tx.insert(organisationImport).values({
      networkId: ctx.network.id,
      id,
      accountId: ctx.account.id,
      name,
      createdAt: ctx.clock.now(),
    }),
  )
  const file = { name, mediaType, path: upload.path }
  await storeLargeFile(ctx, { ownerType: IMPORT_FILE, ownerId: id, file }, async (tx) => {
    const work = await beginWork(tx, ctx, readImport, { importId: id })
    await setImport(tx, ctx, id, { workId: work.id })
    await record(tx, ctx, {
      action: 'import.started',
      objectType: 'organisation_import',
      objectId: id,
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
