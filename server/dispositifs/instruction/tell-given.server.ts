import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'

/** Who has files of a session to read that they had not is told once, with how many. */
export async function tellGiven(
  tx: Transaction,
  ctx: NetworkContext,
  sessionId: string,
  given: readonly { instructor: string }[],
) {
  if (given.length === 0) return
  const files = Map.groupBy(given, ({ instructor }) => instructor)
  const { rows } = await tx.execute<{ id: string; accountId: string; session: string }>(sql`
    select i.id, coalesce(i.account_id, a.id) as "accountId", s.name as session
    from instructor i left join account a on a.email = i.email
      join dispositif_session s on s.network_id = i.network_id and s.id = ${sessionId}
    where i.network_id = ${ctx.network.id} and i.id = any (${sql.param([...files.keys()])}::uuid[])
      and coalesce(i.account_id, a.id) is not null`)
  for (const { id, accountId, session } of rows)
    await notify(tx, ctx, {
      ...{ accountId, kind: 'dispositifs.given', params: { session, count: files.get(id)!.length } },
      path: `/${ctx.network.slug}/espace/instruction`,
    })
}
