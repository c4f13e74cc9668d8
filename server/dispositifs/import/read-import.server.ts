import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import { foldHeading } from '#server/crm/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { withFileHere } from '#server/kernel/files/with-file-here.server.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { checkLines } from './check-lines.server.ts'
import { type ImportRow, importRow, pathOf, setImport } from './import-row.server.ts'
import { knownHeadings, proposeColumns, targetsOfSession } from './match-headings.server.ts'

const BATCH = 500
/** More dossiers than a session of any funder has. */
const MOST_LINES = 20_000

/** Reads a file into lines, from the beginning whenever it is begun; then says what its columns may be. */
export const readImport: WorkKind<{ importId: string }> = {
  name: 'dispositifs.read_import',
  rule: dispositifs['dossier:import'],
  run: async (ctx, { importId }, progress) => {
    const row = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    const path = pathOf(ctx, row)
    if (row.state !== 'reading') return { path }
    try {
      const owner = { ownerType: 'dossier_import', ownerId: importId }
      const rows = await withFileHere(ctx, owner, (file) => stage(ctx, row, file, progress))
      const remembered = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
      if (remembered.state === 'checking') await checkLines(ctx, importId, progress)
      return { path, counts: { rows } }
    } catch (error) {
      if (!(error instanceof SpreadsheetRefused)) throw error
      const refused = { state: 'refused' as const, refusal: error.why, refusalLine: error.line }
      await inNetwork(ctx, (tx) => setImport(tx, ctx, importId, refused))
      return { path }
    }
  },
}

async function stage(ctx: StaffContext, row: ImportRow, file: string, progress: Progress): Promise<number> {
  const { targets, known } = await inNetwork(ctx, async (tx) => {
    await tx.execute(sql`delete from dossier_import_line
      where network_id = ${ctx.network.id} and import_id = ${row.id}`)
    const session = await lockSession(tx, ctx, row.sessionId)
    return {
      targets: await targetsOfSession(tx, ctx, session),
      known: await knownHeadings(tx, ctx, session.dispositifId),
    }
  })
  const titles = new Set(targets.flatMap(({ named }) => named.map(foldHeading)))
  const table = await readTable(file, (title) => {
    const folded = foldHeading(title)
    return titles.has(folded) || known.has(folded)
  })
  let count = 0
  let waiting: Row[] = []
  const flush = async () => {
    if (waiting.length === 0) return
    await keep(ctx, row.id, waiting)
    count += waiting.length
    waiting = []
    await progress(count, null)
  }
  for await (const one of table.rows) {
    if (count + waiting.length >= MOST_LINES) throw new SpreadsheetRefused('too_many_rows', one.line)
    waiting.push(one)
    if (waiting.length >= BATCH) await flush()
  }
  await flush()
  if (count === 0) throw new SpreadsheetRefused('no_rows')
  const headings = table.headings.map(storableText)
  const { columns, remembered } = proposeColumns(headings, targets, known)
  await inNetwork(ctx, (tx) =>
    setImport(tx, ctx, row.id, {
      ...{ columns, remembered, rowCount: count, headingLine: table.above.at(-1)?.line ?? null },
      state: remembered ? 'checking' : 'matching',
    }),
  )
  return count
}

/** The database holds no NUL and no half of a character. */
const storableText = (text: string) => text.replaceAll('\0', '').toWellFormed()

async function keep(ctx: StaffContext, importId: string, rows: Row[]) {
  const lines = rows.map(({ line, cells }) => ({ line, cells: cells.map(storableText) }))
  await inNetwork(ctx, (tx) =>
    tx.execute(sql`insert into dossier_import_line (network_id, import_id, line, cells)
      select ${ctx.network.id}, ${importId}, r.line, r.cells
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, cells jsonb)`),
  )
}
