import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

type Tie = { instructorId: string; organisationId: string; kind: string; said: Record<string, string> }

/** Functions that people of the CRM have in organisations, for those with one of these addresses. */
export async function positionTies(
  tx: Transaction,
  ctx: NetworkContext,
  people: readonly { id: string; email: string }[],
): Promise<Tie[]> {
  const asked = JSON.stringify(people.map(({ id, email }) => ({ id, email: email.toLowerCase() })))
  const since = new Date(ctx.clock.now().getTime() - 1096 * 86_400_000).toISOString()
  const { rows } = await tx.execute<Tie>(sql`
    select distinct on (q.id, o.organisation_id) q.id as "instructorId", o.organisation_id as "organisationId",
      'position' as kind, jsonb_build_object('function', o.function) as said
    from jsonb_to_recordset(${asked}::jsonb) as q(id uuid, email text)
      join person p on p.network_id = ${ctx.network.id} and p.email_key = q.email
      join person_position o on o.network_id = p.network_id and o.person_id = p.id
    where o.ended_on is null or o.ended_on > ${since}::timestamptz::date
    order by q.id, o.organisation_id, o.ended_on desc nulls first`)
  return rows
}
