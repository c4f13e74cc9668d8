import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { averageHours, type Family, type Kind } from '../act/act.ts'
import { actsKept, inBothFamilies } from '../act/acts-kept.server.ts'
import { NO_FILTER } from '../act/find-acts.schema.ts'
import { totalsOf, yearsOfActs } from '../act/find-acts.server.ts'
import { support } from '../permissions.ts'

export type YearOfSupport = Awaited<ReturnType<typeof countYear>>

/**
 * What the year's acts amount to. An organisation is counted once in each family, and once in the whole;
 * those found in both are told, so that nobody adds 42 and 19 without knowing.
 */
export async function countYear(ctx: Context, year: number) {
  demand(ctx, support['act:read'])
  return inNetwork(ctx, async (tx) => {
    const of = (family: Family | null) => totalsOf(tx, actsKept(ctx, { ...NO_FILTER, year, family }))
    const flow = await of('flow')
    const aect = await of('aect')
    const all = await of(null)
    const { rows: overlap } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from (${inBothFamilies(ctx, year)}) b`,
    )
    const kept = actsKept(ctx, { ...NO_FILTER, year })
    const { rows: kinds } = await tx.execute<{ kind: Kind; acts: number; minutes: number }>(sql`
      select a.kind, count(*)::int as acts, sum(a.minutes)::int as minutes
      from support_act a where ${kept} group by a.kind`)
    const { rows: months } = await tx.execute<{
      month: number
      flow: number
      aect: number
      acts: number
    }>(sql`
      select m.month, coalesce(sum(a.minutes) filter (where a.family = 'flow'), 0)::int as flow,
        coalesce(sum(a.minutes) filter (where a.family = 'aect'), 0)::int as aect, count(a.id)::int as acts
      from generate_series(1, 12) m(month)
      left join support_act a on extract(month from a.happened_on) = m.month and ${kept}
      group by m.month order by m.month`)
    return {
      year,
      years: await yearsOfActs(tx, ctx),
      flow,
      aect,
      all,
      overlap: overlap[0]!.count,
      average: averageHours(flow.minutes, flow.organisations),
      kinds,
      months,
    }
  })
}
