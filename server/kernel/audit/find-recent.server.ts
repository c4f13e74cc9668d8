import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { readLines } from './read-lines.server.ts'
import { type JournalObjects, namesIn } from './search-journal.server.ts'

const MOST = 6

/** What the team did last, on what the whole team may see: the first page of the bureau. */
export async function findRecent(ctx: Context, objects: JournalObjects) {
  demand(ctx, desk['desk:enter'])
  return inNetwork(ctx, async (tx) => {
    const told = sql`e.object_type = any(${sql.param(Object.keys(objects))}::text[])`
    const lines = (await readLines(tx, ctx, told, MOST)).map((line) => ({ ...line, changes: {} }))
    return { lines, names: await namesIn(tx, ctx, lines, objects) }
  })
}
