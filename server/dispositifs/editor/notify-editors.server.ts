import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { nameOfDossier } from '../dossier/names-of.server.ts'
import { editorsOf } from './editors.server.ts'

/** Those who write a dossier and came are told here, without a mail of its own, of what happened to it. */
export async function notifyEditors(tx: Transaction, ctx: NetworkContext, dossierId: string, kind: string) {
  const params = { dossier: await nameOfDossier(tx, ctx, dossierId) }
  const path = `/${ctx.network.slug}/espace/dossiers/${dossierId}`
  for (const { accountId } of await editorsOf(tx, ctx, dossierId))
    if (accountId) await notify(tx, ctx, { accountId, kind, params, path })
}
