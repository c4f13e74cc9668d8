import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { account } from '#db/schema/identity.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { readsOnly } from '../errors.ts'

const liveOf = (ctx: NetworkContext, dossierId: string) =>
  and(
    eq(dossierEditor.networkId, ctx.network.id),
    eq(dossierEditor.dossierId, dossierId),
    isNull(dossierEditor.removedAt),
  )

/** Whoever writes this dossier for its holders, or reads it; those who were invited and did not come yet among them. */
export async function editorsOf(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const { id, email, accountId, joinedAt, seenAt, addedAt, access, organisationId } = dossierEditor
  return tx
    .select({
      ...{ id, email, accountId, joinedAt, seenAt, addedAt, access, organisationId },
      name: sql<string>`coalesce(nullif(${account.name}, ''), ${dossierEditor.name})`,
      locale: sql<'fr' | 'en' | null>`${account.locale}`,
    })
    .from(dossierEditor)
    .leftJoin(account, eq(account.id, accountId))
    .where(liveOf(ctx, dossierId))
    .orderBy(asc(addedAt), asc(id))
}
export type Editor = Awaited<ReturnType<typeof editorsOf>>[number]

/** Scope, then find: a dossier that this person writes or reads; one of somebody else is not there. */
export async function demandEditor(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const [row] = await tx
    .select({ dossier, editorId: dossierEditor.id, access: dossierEditor.access })
    .from(dossier)
    .innerJoin(
      dossierEditor,
      and(
        liveOf(ctx, dossierId),
        eq(dossierEditor.accountId, ctx.account.id),
        eq(dossier.id, dossierEditor.dossierId),
      ),
    )
    .where(thisDossier(ctx, dossierId))
  if (!row || row.dossier.state === 'merged') throw notFound()
  return { ...row.dossier, editorId: row.editorId, access: row.access }
}

/** One that they write, held until the act is done: who only reads it is told so. */
export async function lockOwnDossier(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { editorId, access } = await demandEditor(tx, ctx, dossierId)
  if (access === 'read') throw readsOnly()
  const [row] = await tx.select().from(dossier).where(thisDossier(ctx, dossierId)).for('update')
  if (!row) throw notFound()
  return { ...row, editorId }
}
