import type { Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { editorsOf } from '../editor/editors.server.ts'

/** Those who write a dossier and have an account are told here of what happened to it. */
export async function tellEditors(tx: Transaction, ctx: NetworkContext, dossierId: string, kind: string) {
  const [row] = await tx
    .select({ title: dossier.title, number: dossier.number })
    .from(dossier)
    .where(thisDossier(ctx, dossierId))
  for (const { accountId } of await editorsOf(tx, ctx, dossierId))
    if (accountId)
      await notify(tx, ctx, {
        ...{ accountId, kind, params: { dossier: row?.title || `n° ${row?.number}` } },
        path: `/${ctx.network.slug}/espace/dossiers/${dossierId}`,
      })
}
