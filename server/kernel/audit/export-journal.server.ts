import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { upkeep } from '../rules.ts'
import type { JournalSearch } from './journal.schema.ts'
import { type JournalObjects, searchJournal } from './search-journal.server.ts'

const MOST_LINES = 10_000

/** The lines of a search, for a file; that they were taken out is a line too. */
export async function exportJournal(ctx: Context, search: JournalSearch, objects: JournalObjects) {
  demand(ctx, upkeep['journal:read'])
  const found = await searchJournal(ctx, { ...search, after: undefined }, objects, MOST_LINES)
  await inNetwork(ctx, (tx) =>
    record(tx, ctx, {
      action: 'journal.exported',
      objectType: 'journal',
      objectId: v7(),
      changes: { lines: found.lines.length },
    }),
  )
  return found
}
