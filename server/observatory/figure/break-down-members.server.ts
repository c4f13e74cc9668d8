import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { observatory } from '../permissions.ts'
import { cutOff, FIGURES } from './figures.ts'

/** Null is « not known »: the sum of a side is the figure. */
export type Breakdown = { side: 'kind' | 'department'; value: string | null; count: number }

/** Members of a day's year by what they are and where. */
export async function breakDownMembers(ctx: Context, day: string): Promise<Breakdown[]> {
  demand(ctx, observatory['figures:read'])
  const members = FIGURES.members(ctx, cutOff(ctx, day))
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Breakdown>(sql`
      with members as materialized (${members})
      select 'kind' as side, kind as value, count(*)::int as count from members group by kind
      union all
      select 'department', department, count(*)::int from members group by department
      order by count desc, value`)
    return rows
  })
}
