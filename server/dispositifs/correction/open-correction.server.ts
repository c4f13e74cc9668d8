import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossierCorrection } from '#db/schema/dispositifs/holder.ts'
import { account } from '#db/schema/identity.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

const ofDossier = (ctx: NetworkContext, dossierId: string) =>
  and(eq(dossierCorrection.networkId, ctx.network.id), eq(dossierCorrection.dossierId, dossierId))

/** The one that is awaited, if any. */
export async function openCorrection(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const [row] = await tx
    .select()
    .from(dossierCorrection)
    .where(
      and(
        ofDossier(ctx, dossierId),
        isNull(dossierCorrection.answeredAt),
        isNull(dossierCorrection.cancelledAt),
      ),
    )
  return row ?? null
}

/** Every one that was asked, the last first. */
export async function correctionsOf(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const { id, fields, reason, dueOn, askedAt, answeredAt, answer, cancelledAt } = dossierCorrection
  return tx
    .select({ id, fields, reason, dueOn, askedAt, answeredAt, answer, cancelledAt, by: account.name })
    .from(dossierCorrection)
    .leftJoin(account, eq(account.id, dossierCorrection.askedBy))
    .where(ofDossier(ctx, dossierId))
    .orderBy(desc(askedAt))
}
