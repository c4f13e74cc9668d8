import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { waitForReaders } from '../instruction/take-turns.server.ts'

/**
 * A dossier that leaves its call awaits nothing there any more: who had it to read and said nothing, and the
 * agendas that had said nothing of it, are without it. What was handed in or signed stays.
 */
export async function leaveItsCall(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  await waitForReaders(tx, ctx, sql`a.dossier_id = ${dossierId}`)
  await tx.execute(sql`
    delete from assignment a where a.network_id = ${ctx.network.id} and a.dossier_id = ${dossierId}
      and not exists (select from review r where r.network_id = a.network_id and r.dossier_id = a.dossier_id
        and r.instructor_id = a.instructor_id and r.submitted_at is not null)`)
  await tx.execute(sql`
    delete from sitting_item t using sitting g where t.network_id = ${ctx.network.id}
      and t.dossier_id = ${dossierId} and t.opinion is null
      and g.network_id = t.network_id and g.id = t.sitting_id and g.signed_round < t.round`)
}
