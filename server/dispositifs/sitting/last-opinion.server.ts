import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { Opinion } from '#db/schema/dispositifs/sitting.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { standingCondition } from './standing-condition.ts'

/** What the last jury said of a dossier, and on what conditions; null where none did. */
export async function lastOpinion(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const { rows } = await tx.execute<{
    opinion: Opinion
    amountCents: number | null
    sitting: string
    startsAt: Date
    conditions: string[]
  }>(sql`
    select t.opinion, t.amount_cents::float8 as "amountCents", g.name as sitting, g.starts_at as "startsAt",
      array(select c.text from dossier_condition c where c.network_id = t.network_id and c.dossier_id = t.dossier_id
        and c.item_id = t.id and ${standingCondition} order by c.created_at, c.id) as conditions
    from sitting_item t join sitting g on g.network_id = t.network_id and g.id = t.sitting_id
    where t.network_id = ${ctx.network.id} and t.dossier_id = ${dossierId} and t.opinion is not null
    order by t.decided_at desc nulls last limit 1`)
  return rows[0] ?? null
}
