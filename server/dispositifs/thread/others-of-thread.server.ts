import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { teamNames } from '#server/identity/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'

/** Who follows a dossier or spoke of it, and is of the team today; not who speaks now. */
export async function othersOfThread(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select assignee_id as id from dossier
      where network_id = ${ctx.network.id} and id = ${dossierId} and assignee_id is not null
    union select account_id from dossier_message
      where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and withdrawn_at is null
        and account_id is not null`)
  const team = new Set((await teamNames(tx, ctx)).map(({ id }) => id))
  return rows.map(({ id }) => id).filter((id) => id !== ctx.account.id && team.has(id))
}
