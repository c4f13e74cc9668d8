import { and, desc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierLetter } from '#db/schema/dispositifs/follow-up.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { account } from '#db/schema/identity.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

/** What was sent of a dossier, the last first. */
export const sentLetters = (tx: Transaction, ctx: NetworkContext, dossierId: string) =>
  tx
    .select({
      ...{ id: dossierLetter.id, key: dossierLetter.key, subject: dossierLetter.subject },
      ...{ sentTo: dossierLetter.sentTo, at: dossierLetter.at, by: account.name },
    })
    .from(dossierLetter)
    .leftJoin(account, eq(account.id, dossierLetter.accountId))
    .where(and(eq(dossierLetter.networkId, ctx.network.id), eq(dossierLetter.dossierId, dossierId)))
    .orderBy(desc(dossierLetter.at), desc(dossierLetter.id))

/** One letter as it was sent. */
export async function getSentLetter(ctx: Context, dossierId: string, id: string) {
  demand(ctx, dispositifs['dossier:read'])
  const [row] = await inNetwork(ctx, (tx) =>
    tx
      .select({ letter: dossierLetter, number: dossier.number, title: dossier.title })
      .from(dossierLetter)
      .innerJoin(
        dossier,
        and(eq(dossier.networkId, dossierLetter.networkId), eq(dossier.id, dossierLetter.dossierId)),
      )
      .where(
        and(
          eq(dossierLetter.networkId, ctx.network.id),
          eq(dossierLetter.dossierId, dossierId),
          eq(dossierLetter.id, id),
        ),
      ),
  )
  if (!row) throw notFound()
  return row
}
