import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { FIRST_LINES } from '#packages/spreadsheet/bounds.ts'
import { headingsOf } from '#packages/spreadsheet/headings.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { type ImportRow, importRow, inState } from './import-row.server.ts'
import type { Matching } from './matching.schema.ts'
import { proposeColumns } from './propose-columns.server.ts'

const [LOOKED_AT, SHOWN] = [200, 3]

export type UnderHeading = {
  /** The first lines that say something, as the file has them; the last line of a file heads nothing. */
  lines: Row[]
  /** The one that holds the titles; null in a file that was read before it could be chosen. */
  headingLine: number | null
  matching: Matching
  /** The first different things each column says. */
  samples: string[][]
}

/** The columns of a file as its titles say, or as another of its first lines would; nothing is changed. */
export async function underHeading(ctx: Context, id: string, asked: number | null): Promise<UnderHeading> {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    const row = inState(await importRow(tx, ctx, id), ['matching', 'checked'])
    const lines = await firstLines(tx, ctx, row)
    const chosen = lines.find(({ line }) => line === asked)
    const now = row.above.at(-1)?.line ?? null
    const headingLine = chosen?.line ?? now
    const matching: Matching =
      chosen && chosen.line !== now
        ? { ...row.matching, headingLine, columns: await proposeColumns(tx, ctx, headingsOf(chosen.cells)) }
        : row.matching
    const { rows } = await tx.execute<Row>(sql`
      select line, cells from organisation_import_line
      where network_id = ${ctx.network.id} and import_id = ${id} order by line limit ${LOOKED_AT}`)
    const below = [...row.above, ...rows].filter(({ line }) => line > (headingLine ?? 0))
    const samples = matching.columns.map((_, at) => {
      const said = new Set(below.map(({ cells }) => (cells[at] ?? '').trim().slice(0, 80)).filter(Boolean))
      return [...said].slice(0, SHOWN)
    })
    return { lines, headingLine, matching, samples }
  })
}

/** Lines that may hold the titles: the first, but the last of the file. */
export async function firstLines(tx: Transaction, ctx: NetworkContext, row: ImportRow): Promise<Row[]> {
  if (row.above.length === 0) return []
  const { rows } = await tx.execute<Row>(sql`
    select line, cells from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${row.id} order by line limit ${FIRST_LINES + 1}`)
  const all = [...row.above, ...rows]
  return all.slice(0, Math.min(FIRST_LINES, all.length - 1))
}
