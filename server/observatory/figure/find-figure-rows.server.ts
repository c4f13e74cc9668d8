import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { observatory } from '../permissions.ts'
import { cutOff, FIGURES, type FigureKey } from './figures.ts'

export const FIGURE_ROWS_PER_PAGE = 50
export type FigureRow = {
  id: string
  name: string
  kind: string | null
  department: string | null
  path: string
}
/** `''` asks for those of whom it is not known; undefined asks for all. */
export type FigureSide = { kind?: string; department?: string }

/** The rows that make a figure, in alphabetical order, a page at a time. */
export async function findFigureRows(
  ctx: Context,
  key: FigureKey,
  day: string,
  { kind, department }: FigureSide,
  page: number,
) {
  demand(ctx, observatory['figures:read'])
  const narrowed = sql`(${kind ?? null}::text is null or coalesce(kind, '') = ${kind ?? ''})
    and (${department ?? null}::text is null or coalesce(department, '') = ${department ?? ''})`
  const rows = sql`select * from (${FIGURES[key](ctx, cutOff(ctx, day))}) f where ${narrowed}`
  return inNetwork(ctx, async (tx) => {
    const { rows: found } = await tx.execute<FigureRow>(sql`
      ${rows} order by name collate "fr-x-icu", id
      offset ${(page - 1) * FIGURE_ROWS_PER_PAGE} limit ${FIGURE_ROWS_PER_PAGE}`)
    const { rows: counted } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${rows}) f`)
    return { rows: found, total: counted[0]!.n }
  })
}
