import { type SQL, sql } from 'drizzle-orm'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/**
 * A position that one holds today, `alias` being its row: its end may be known beforehand. From the day
 * of its end on, it is held no more: who is said to have left today has left.
 */
export const currentPosition = (ctx: NetworkContext, alias = 'q'): SQL => {
  const end = sql`${sql.identifier(alias)}.ended_on`
  return sql`(${end} is null or ${end} > ${today(ctx.clock, ctx.network.timeZone)}::date)`
}
