import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

type Tie = { instructorId: string; organisationId: string; kind: string; said: Record<string, string> }

/** Organisations that one of these people has supported in the last two years. */
export async function supportTies(
  tx: Transaction,
  ctx: NetworkContext,
  people: readonly { id: string; accountId: string | null }[],
): Promise<Tie[]> {
  const asked = JSON.stringify(people.flatMap(({ id, accountId }) => (accountId ? [{ id, accountId }] : [])))
  const since = new Date(ctx.clock.now().getTime() - 731 * 86_400_000).toISOString()
  const { rows } = await tx.execute<Tie>(sql`
    select q.id as "instructorId", l.organisation_id as "organisationId", 'support' as kind,
      jsonb_build_object('count', count(*)::text) as said
    from jsonb_to_recordset(${asked}::jsonb) as q(id uuid, "accountId" uuid)
      join support_act a on a.network_id = ${ctx.network.id} and a.account_id = q."accountId"
        and a.removed_at is null and a.happened_on >= ${since}::timestamptz
      join support_act_organisation l on l.network_id = a.network_id and l.act_id = a.id
    group by q.id, l.organisation_id`)
  return rows
}
