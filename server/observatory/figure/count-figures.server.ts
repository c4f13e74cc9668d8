import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { observatory } from '../permissions.ts'
import { cutOff, FIGURE_KEYS, FIGURES, type FigureKey } from './figures.ts'

export type Figures = Record<FigureKey, number>
/** Members of the year by what they are and where; null is « not known ». */
export type Breakdown = { side: 'kind' | 'department'; value: string | null; count: number }

/** Every figure of a network at the end of a day, in one question. */
export async function countFigures(ctx: Context, day: string) {
  demand(ctx, observatory['figures:read'])
  const at = cutOff(ctx, day)
  const counts = FIGURE_KEYS.map((key) => sql`(select count(*)::int from (${FIGURES[key](ctx, at)}) f)`)
  const members = FIGURES.members(ctx, at)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ counts: number[]; breakdown: Breakdown[] }>(sql`
      with members as materialized (${members})
      select array[${sql.join(counts, sql`, `)}] as counts, (
        select coalesce(jsonb_agg(jsonb_build_object('side', side, 'value', value, 'count', n) order by n desc, value), '[]')
        from (
          select 'kind' as side, kind as value, count(*)::int as n from members group by kind
          union all
          select 'department', department, count(*)::int from members group by department
        ) b) as breakdown`)
    const { counts: found, breakdown } = rows[0]!
    const figures = Object.fromEntries(FIGURE_KEYS.map((key, index) => [key, found[index]])) as Figures
    return { figures, breakdown }
  })
}
