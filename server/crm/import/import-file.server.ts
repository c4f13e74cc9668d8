import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { waitForWork } from '#server/kernel/work/wait-for-work.server.ts'
import { fileUnreadable } from '../errors.ts'
import { askCheck } from './ask-check.server.ts'
import { confirmImport } from './confirm-import.server.ts'
import { type Counts, importRow } from './import-row.server.ts'
import { matchColumns } from './match-columns.server.ts'
import { startImport } from './start-import.server.ts'

export type ImportedFile = { id: string; counts: Counts; written: boolean }

/**
 * The whole journey of an import for who has no page before them: the columns are what Maillage proposes,
 * values of no list are left aside. Without `write`, what the file would do is told and nothing is done.
 */
export async function importFile(
  ctx: StaffContext,
  upload: { name: string; path: string },
  { write, every }: { write: boolean; every?: number },
): Promise<ImportedFile> {
  const { id } = await startImport(ctx, upload)
  const row = () => inNetwork(ctx, (tx) => importRow(tx, ctx, id))
  const worked = async () => waitForWork(ctx, (await row()).workId!, every)
  await worked()
  const read = await row()
  if (read.state === 'refused') throw fileUnreadable(read.refusal ?? 'unreadable', read.refusalLine)
  await matchColumns(ctx, id, read.matching)
  await askCheck(ctx, id, {})
  await worked()
  const { counts } = await row()
  const isSomething = (counts.create ?? 0) + (counts.update ?? 0) > 0
  if (!write || !isSomething) return { id, counts, written: false }
  await confirmImport(ctx, id)
  await worked()
  return { id, counts: (await row()).counts, written: true }
}
