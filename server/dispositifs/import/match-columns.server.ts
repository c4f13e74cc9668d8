import { inNetwork } from '#db/client.ts'
import type { ImportColumn } from '#db/schema/dispositifs/import.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { checkImport } from './check-lines.server.ts'
import { numberUnmatched, targetTwice } from './errors.ts'
import { lockImport, setImport } from './import-row.server.ts'
import { rememberHeadings, targetsOfSession } from './match-headings.server.ts'

/** Says what the columns are, remembers it for this dispositif, and asks for every line to be checked. */
export async function matchColumns(ctx: Context, id: string, fields: (string | null)[]): Promise<void> {
  demand(ctx, dispositifs['dossier:import'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['matching', 'checked'])
    const session = await lockSession(tx, ctx, row.sessionId)
    const possible = new Set((await targetsOfSession(tx, ctx, session)).map(({ key }) => key))
    const columns = row.columns.map(({ heading }, at): ImportColumn => {
      const field = fields[at] ?? null
      return { heading, field: field && possible.has(field) ? field : null }
    })
    const given = columns.flatMap(({ field }) => field ?? [])
    if (new Set(given).size < given.length) throw targetTwice()
    if (!given.includes('number')) throw numberUnmatched()
    await rememberHeadings(tx, ctx, session.dispositifId, columns)
    const work = await beginWork(tx, ctx, checkImport, { importId: id })
    await setImport(tx, ctx, id, { columns, state: 'checking', workId: work.id, counts: {}, absent: [] })
  })
}
