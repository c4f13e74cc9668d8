import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { withFileHere } from '#server/kernel/files/with-file-here.server.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { crm } from '../permissions.ts'
import { importRow, setImport } from './import-row.server.ts'
import { matchingSchema } from './matching.schema.ts'
import { oneBehind } from './one-behind.ts'
import { knownTitles, proposeColumns } from './propose-columns.server.ts'

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
  const isKnown = await inNetwork(ctx, (tx) => knownTitles(tx, ctx))
  const table = await readTable(file, isKnown)
  const batches = inBatches(table.rows)
  let count = 0
  try {
    await oneBehind(
      async () => (await batches.next()).value ?? null,
      async (rows) => {
        await keep(ctx, importId, rows)
        count += rows.length
        await progress(count, null)
      },
    )
  } finally {
    await batches.return(undefined)
  }
  if (count === 0) throw new SpreadsheetRefused('no_rows')
  const above = table.above.map(storable)
  await inNetwork(ctx, async (tx) => {
    const columns = await proposeColumns(tx, ctx, table.headings)
    const headingLine = above.at(-1)!.line
    await setImport(tx, ctx, importId, {
      state: 'matching',
      headings: columns.map(({ heading }) => heading),
      above,
      rowCount: count,
      matching: matchingSchema.parse({ headingLine, columns }),
    })
  })
  return count
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<Row[], undefined> {
  let [waiting, characters] = [[] as Row[], 0]
  for await (const row of rows) {
    waiting.push(row)
    characters += row.cells.reduce((sum, cell) => sum + cell.length, 0)
    if (waiting.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue
    yield waiting
    ;[waiting, characters] = [[], 0]
  }
  if (waiting.length > 0) yield waiting
}

/** The database holds no NUL and no half of a character. */
const storable = ({ line, cells }: Row): Row => ({
  line,
  cells: cells.map((cell) => cell.replaceAll('\0', '').toWellFormed()),
})

async function keep(ctx: StaffContext, importId: string, rows: Row[]) {
  const lines = rows.map(storable)
  await inNetwork(ctx, (tx) =>
    tx.execute(sql`insert into organisation_import_line (network_id, import_id, line, cells)
      select ${ctx.network.id}, ${importId}, r.line, r.cells
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, cells jsonb)`),
  )
}
