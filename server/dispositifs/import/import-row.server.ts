import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossierImport, type ImportState } from '#db/schema/dispositifs/import.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { importMoved } from './errors.ts'

export type ImportRow = typeof dossierImport.$inferSelect

export const thisImport = (ctx: NetworkContext, id: string) =>
  and(eq(dossierImport.networkId, ctx.network.id), eq(dossierImport.id, id))

/** Scope, then find: an import of this network. */
export async function importRow(tx: Transaction, ctx: NetworkContext, id: string): Promise<ImportRow> {
  const [row] = await tx.select().from(dossierImport).where(thisImport(ctx, id))
  if (!row) throw notFound()
  return row
}

/** The same, held until the act is done, of which only some states may be acted on, and none once its lines are forgotten. */
export async function lockImport(tx: Transaction, ctx: NetworkContext, id: string, states: ImportState[]) {
  const [row] = await tx.select().from(dossierImport).where(thisImport(ctx, id)).for('update')
  if (!row) throw notFound()
  if (!states.includes(row.state) || row.forgottenAt) throw importMoved(row.state)
  return row
}

export async function setImport(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  values: Partial<typeof dossierImport.$inferInsert>,
) {
  await tx.update(dossierImport).set(values).where(thisImport(ctx, id))
}

export const pathOf = (ctx: NetworkContext, { sessionId, id }: Pick<ImportRow, 'sessionId' | 'id'>) =>
  `/${ctx.network.slug}/bureau/dispositifs/sessions/${sessionId}/importer/${id}`
