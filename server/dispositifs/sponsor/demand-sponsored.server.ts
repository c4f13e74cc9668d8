import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { sponsoredBy } from './sponsors-people.server.ts'

/** Whether this person sponsors this dossier. */
export async function isSponsor(tx: Transaction, ctx: StaffContext, id: string): Promise<boolean> {
  if (!may(ctx, dispositifs['sponsorship:own'])) return false
  const { rows } = await tx.execute(sql`
    select from dossier d where d.id = ${id} and ${sponsoredBy(ctx, ctx.account.id)}`)
  return rows.length > 0
}

/** Scope, then find: a dossier that this person sponsors, held until the act is done; any other is absent. */
export async function lockSponsored(tx: Transaction, ctx: StaffContext, id: string) {
  if (!(await isSponsor(tx, ctx, id))) throw notFound()
  const [row] = await tx
    .select()
    .from(dossier)
    .where(and(eq(dossier.networkId, ctx.network.id), eq(dossier.id, id)))
    .for('update')
  return row!
}
