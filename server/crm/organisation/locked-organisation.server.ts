import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

export type OrganisationRow = typeof organisation.$inferSelect

/**
 * Scope, then find: the record of this network, held until the act is done. Its key stays, so rows that only
 * point to it (a project's holders) need not wait.
 */
export async function lockOrganisation(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
): Promise<OrganisationRow> {
  const [row] = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, id)))
    .for('no key update')
  if (!row) throw notFound()
  return row
}

/** The record of this network, for who only reads it. */
export async function rowOfOrganisation(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
): Promise<OrganisationRow> {
  const [row] = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, id)))
  if (!row) throw notFound()
  return row
}

export function thisOrganisation(row: OrganisationRow) {
  return and(eq(organisation.networkId, row.networkId), eq(organisation.id, row.id))
}
