import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import type { Pair } from '../distribution/distribute.ts'

/** Each is told once how many files of a session they were given. */
export async function tellReaders(tx: Transaction, ctx: StaffContext, sessionId: string, given: Pair[]) {
  if (given.length === 0) return
  const counts = new Map<string, number>()
  for (const { instructor } of given) counts.set(instructor, (counts.get(instructor) ?? 0) + 1)
  const { rows } = await tx.execute<{ id: string; accountId: string; session: string }>(sql`
    select i.id, coalesce(i.account_id, a.id) as "accountId", n.name as session
    from instructor i join dispositif_session n on n.network_id = i.network_id and n.id = ${sessionId}
      left join account a on a.email = i.email
    where i.network_id = ${ctx.network.id} and i.id = any (${sql.param([...counts.keys()])}::uuid[])
      and coalesce(i.account_id, a.id) is not null`)
  for (const { id, accountId, session } of rows)
    await notify(tx, ctx, {
      ...{ accountId, kind: 'dispositifs.given', params: { session, count: counts.get(id) } },
      path: `/${ctx.network.slug}/espace/instruction`,
    })
}
