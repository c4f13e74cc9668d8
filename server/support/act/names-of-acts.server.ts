import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** An act is called by the organisations it was for. */
export async function namesOfActs(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select l.act_id as id, string_agg(o.name, ', ' order by o.name) as name
    from support_act_organisation l join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
    where l.network_id = ${ctx.network.id} and l.act_id = any (${sql.param(ids)}::uuid[]) group by l.act_id`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
