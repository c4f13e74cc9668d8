import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { headingsOf } from '#packages/spreadsheet/headings.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { type ImportRow, lockImport, setImport } from './import-row.server.ts'
import type { Matching } from './matching.schema.ts'
import { firstLines } from './under-heading.server.ts'

/**
 * Says what the columns are, and which line titles them. What was checked on another reading of them is
 * forgotten.
 */
export async function matchColumns(ctx: Context, id: string, matching: Matching): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['matching', 'checked'])
    const moved = await moveHeading(tx, ctx, row, matching.headingLine)
    const columns = moved.headings.map((heading, at) => ({
      heading,
      field: matching.columns[at]?.field ?? null,
    }))
    const headingLine = moved.above.at(-1)?.line ?? null
    await setImport(tx, ctx, id, {
      ...moved,
      matching: { ...matching, headingLine, columns },
      state: 'matching',
      counts: {},
    })
  })
}

/** Lines below the titles are rows, the others stand above: each stands at one place. */
async function moveHeading(tx: Transaction, ctx: StaffContext, row: ImportRow, line: number | null) {
  const { above, headings, rowCount } = row
  const titles = (await firstLines(tx, ctx, row)).find((one) => one.line === line)
  if (!titles || titles.line === above.at(-1)?.line) return { above, headings, rowCount }
  const down = above.filter((one) => one.line > titles.line)
  if (down.length > 0)
    await tx.execute(sql`insert into organisation_import_line (network_id, import_id, line, cells)
      select ${ctx.network.id}, ${row.id}, r.line, r.cells
      from jsonb_to_recordset(${JSON.stringify(down)}::jsonb) as r(line int, cells jsonb)`)
  const { rows: up } = await tx.execute<Row>(sql`delete from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${row.id} and line <= ${titles.line}
    returning line, cells`)
  return {
    above: [...above.filter((one) => one.line <= titles.line), ...up.sort((a, b) => a.line - b.line)],
    headings: headingsOf(titles.cells),
    rowCount: rowCount + down.length - up.length,
  }
}
