import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

/** Scope, then find: a dossier of this network, held until the act is done. */
export async function lockDossier(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(dossier).where(thisDossier(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** The same to read it. */
export async function demandDossier(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(dossier).where(thisDossier(ctx, id))
  if (!row) throw notFound()
  return row
}

export const thisDossier = (ctx: NetworkContext, id: string) =>
  and(eq(dossier.networkId, ctx.network.id), eq(dossier.id, id))
