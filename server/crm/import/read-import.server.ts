import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { withFileHere } from '#server/kernel/files/with-file-here.server.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { crm } from '../permissions.ts'
import { importRow, setImport } from './import-row.server.ts'
import { knownHeadings } from './known-headings.server.ts'
import { proposeMatching } from './propose-matching.ts'

const [BATCH_ROWS, BATCH_CHARACTERS] = [1000, 4_000_000]

/** Reads a file into lines, from the beginning whenever it is begun; then proposes what its columns are. */
export const readImport: WorkKind<{ importId: string }> = {
  name: 'crm.read_import',
  rule: crm['import:run'],
  run: async (ctx, { importId }, progress) => {
    const path = `/${ctx.network.slug}/bureau/imports/${importId}`
    const { state } = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    if (state !== 'reading') return { path }
    await inNetwork(ctx, (tx) =>
      tx.execute(
        sql`delete from organisation_import_line where network_id = ${ctx.network.id} and import_id = ${importId}`,
      ),
    )
    try {
      const owner = { ownerType: 'organisation_import', ownerId: importId }
      const rows = await withFileHere(ctx, owner, (file) => stage(ctx, importId, file, progress))
      return { path, counts: { rows } }
    } catch (error) {
      if (!(error instanceof SpreadsheetRefused)) throw error
      const refused = { state: 'refused', refusal: error.why, refusalLine: error.line }
      await inNetwork(ctx, (tx) => setImport(tx, ctx, importId, refused))
      return { path }
    }
  },
}

async function stage(ctx: StaffContext, importId: string, file: string, progress: Progress): Promise<number> {
  const table = await readTable(file)
  let [count, waiting, characters] = [0, [] as Row[], 0]
  for await (const row of table.rows) {
    waiting.push(row)
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
    if (waiting.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue
    await keep(ctx, importId, waiting)
    count += waiting.length
    ;[waiting, characters] = [[], 0]
    await progress(count, null)
  }
  if (waiting.length > 0) await keep(ctx, importId, waiting)
  count += waiting.length
  if (count === 0) throw new SpreadsheetRefused('no_rows')
  await inNetwork(ctx, async (tx) => {
    const fields = proposeMatching(table.headings, await knownHeadings(tx, ctx), await openFields(tx, ctx))
    const columns = table.headings.map((heading, at) => ({ heading, field: fields[at]! }))
    await setImport(tx, ctx, importId, {
      state: 'matching',
      headings: table.headings,
      rowCount: count,
      matching: { format: 'maillage-import-1', columns, lists: 'add', source: '', kind: '' },
    })
  })
  return count
}

const openFields = async (tx: Transaction, ctx: StaffContext) =>
  (await ownFields(tx, ctx)).filter(({ archived }) => !archived)

async function keep(ctx: StaffContext, importId: string, rows: Row[]) {
  // The database holds no NUL and no half of a character.
  const lines = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.replaceAll('\0', '').toWellFormed()),
  }))
  await inNetwork(ctx, (tx) =>
    tx.execute(sql`insert into organisation_import_line (network_id, import_id, line, cells)
      select ${ctx.network.id}, ${importId}, r.line, r.cells
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, cells jsonb)`),
  )
}
