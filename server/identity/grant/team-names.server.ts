import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { grantInForce } from './in-force.ts'

export type TeamName = { id: string; name: string }

/** The team of today, by name. */
export const teamNamesSql = (ctx: NetworkContext): SQL => sql`
  select distinct a.id, a.name from account_grant g join account a on a.id = g.account_id
  where g.network_id = ${ctx.network.id} and g.role in ('admin', 'staff') and ${grantInForce(ctx)}
  order by a.name, a.id`

export async function teamNames(tx: Transaction, ctx: NetworkContext): Promise<TeamName[]> {
  const { rows } = await tx.execute<TeamName>(teamNamesSql(ctx))
  return rows
}
