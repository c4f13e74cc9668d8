import { and, asc, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierMessage } from '#db/schema/dispositifs/thread.ts'
import { account } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { demandDossier } from '../dossier/locked-dossier.server.ts'
import { dispositifs } from '../permissions.ts'

/** What the team said of a dossier, in the order it was said. */
export async function readThread(ctx: Context, dossierId: string) {
  demand(ctx, dispositifs['dossier:read'])
  return inNetwork(ctx, async (tx) => {
    const row = await demandDossier(tx, ctx, dossierId)
    const { id, accountId, body, at, withdrawnAt } = dossierMessage
    const messages = await tx
      .select({ id, accountId, body, at, withdrawnAt, by: account.name })
      .from(dossierMessage)
      .leftJoin(account, eq(account.id, accountId))
      .where(and(eq(dossierMessage.networkId, ctx.network.id), eq(dossierMessage.dossierId, dossierId)))
      .orderBy(asc(at), asc(id))
    return { row, messages }
  })
}
