import { sql } from 'drizzle-orm'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Whether the grant `g` stands today, as days are counted in its network. */
export const grantInForce = (ctx: NetworkContext) => {
  const day = today(ctx.clock, ctx.network.timeZone)
  return sql`(g.revoked_at is null and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on >= ${day}))`
}
