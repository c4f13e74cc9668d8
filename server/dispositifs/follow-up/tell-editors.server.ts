import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'

/** Those who write a dossier and have an account are told here of what happened to it. */
export async function tellEditors(tx: Transaction, ctx: NetworkContext, dossierId: string, kind: string) {
  const { rows } = await tx.execute<{ accountId: string; title: string; number: number }>(sql`
    select e.account_id as "accountId", d.title, d.number from dossier_editor e
      join dossier d on d.network_id = e.network_id and d.id = e.dossier_id
    where e.network_id = ${ctx.network.id} and e.dossier_id = ${dossierId} and e.removed_at is null
      and e.account_id is not null`)
  for (const { accountId, title, number } of rows)
    await notify(tx, ctx, {
      ...{ accountId, kind, params: { dossier: title || `n° ${number}` } },
      path: `/${ctx.network.slug}/espace/dossiers/${dossierId}`,
    })
}
