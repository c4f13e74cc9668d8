import { stat } from 'node:fs/promises'
import { exportSession } from '#server/dispositifs/export/export-session.server.ts'
import { EXPORT_WORDS, type ExportWords } from '#server/dispositifs/export/words.ts'
import { STATES } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { OnDisk } from '#server/kernel/files/store-file.server.ts'
import { residentMb } from './child.ts'
import { report } from './prepare.ts'

/** A file of thousands of dossiers is written as it is read: what it adds to memory does not grow with them. */
const MOST_MB = 150
const BETWEEN_LOOKS_MS = 25

/** The whole of a session as a spreadsheet and as a folder of papers, with the memory that each takes. */
export async function measureExports(ctx: StaffContext, sessionId: string, dossiers: number) {
  const own = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key): [string, string] => [key, key])) as Record<Key, string>
  const words: ExportWords = { words: own(EXPORT_WORDS), states: own(STATES) }
  for (const format of ['csv', 'zip'] as const) {
    // Papers are slow to write and all alike: what they share is a small part of what is measured.
    if (format === 'csv') await written(ctx, { sessionId, format, ...words })
    const { seconds, megabytes, risen } = await written(ctx, { sessionId, format, ...words })
    report(`dispositifs export ${format}, memory`, risen, 'MB', {
      ...{ most: MOST_MB, dossiers, seconds, megabytes },
    })
  }
}

type Order = { sessionId: string; format: 'csv' | 'zip' } & ExportWords

async function written(ctx: StaffContext, order: Order) {
  const before = residentMb(process.pid)
  let highest = before
  const looking = setInterval(() => {
    highest = Math.max(highest, residentMb(process.pid))
  }, BETWEEN_LOOKS_MS)
  const began = performance.now()
  const made = await exportSession.run(ctx, { ...order, locale: 'fr' }, async () => {})
  const seconds = (performance.now() - began) / 1000
  clearInterval(looking)
  const megabytes = (await stat((made.file as OnDisk).path)).size / 1_048_576
  await made.release?.()
  return { seconds, megabytes, risen: highest - before }
}
