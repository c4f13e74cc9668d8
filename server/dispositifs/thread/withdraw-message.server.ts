import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierMessage } from '#db/schema/dispositifs/thread.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

/** One's own words are taken back; that something was said stays. */
export async function withdrawMessage(ctx: Context, dossierId: string, id: string): Promise<void> {
  demand(ctx, dispositifs['dossier:write'])
  const taken = await inNetwork(ctx, (tx) =>
    tx
      .update(dossierMessage)
      .set({ body: '', withdrawnAt: ctx.clock.now() })
      .where(
        and(
          eq(dossierMessage.networkId, ctx.network.id),
          eq(dossierMessage.dossierId, dossierId),
          eq(dossierMessage.id, id),
          eq(dossierMessage.accountId, ctx.account.id),
          isNull(dossierMessage.withdrawnAt),
        ),
      )
      .returning({ id: dossierMessage.id }),
  )
  if (taken.length === 0) throw notFound()
}
