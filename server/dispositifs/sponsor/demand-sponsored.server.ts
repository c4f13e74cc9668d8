import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { sponsoredBy } from './sponsors-people.server.ts'

/** Scope, then find: a dossier that this person sponsors, held until the act is done; any other is absent. */
export async function lockSponsored(tx: Transaction, ctx: StaffContext, id: string) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select d.id from dossier d where d.id = ${id} and ${sponsoredBy(ctx, ctx.account.id)}`)
  if (rows.length === 0) throw notFound()
  const [row] = await tx
    .select()
    .from(dossier)
    .where(and(eq(dossier.networkId, ctx.network.id), eq(dossier.id, id)))
    .for('update')
  return row!
}
