import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { nameOfDossier } from '../dossier/names-of.server.ts'
import { type HolderMail, holderMail } from '../mails/holder-mail.tsx'
import { editorsOf } from './editors.server.ts'

type Told = Omit<HolderMail, 'network' | 'link' | 'dossier'> & {
  /** A kind of notices.ts, when it stands in their notices too. */
  notice?: string
  /** Below the page of the dossier. */
  page?: string
}

/** Writes to everyone who writes a dossier and came, in the transaction of what it tells. */
export async function tellEditors(tx: Transaction, ctx: NetworkContext, dossierId: string, told: Told) {
  const { notice, page = '', ...props } = told
  const dossier = await nameOfDossier(tx, ctx, dossierId)
  const link = `/${ctx.network.slug}/espace/dossiers/${dossierId}${page}`
  for (const { email, locale, accountId, access } of await editorsOf(tx, ctx, dossierId)) {
    // What leads to a page to fill in is for those who may.
    if (!accountId || (access === 'read' && page !== '')) continue
    await queueMail(tx, holderMail, {
      ...{ to: email, locale: locale ?? ctx.locale, networkId: ctx.network.id },
      props: { ...props, network: nameOf(ctx.network), dossier, link },
    })
    if (notice) await notify(tx, ctx, { accountId, kind: notice, params: { dossier }, path: link })
  }
}

/** Whoever of the team follows a dossier hears what its holder did; one that nobody follows waits in the inbox. */
export async function tellAssignee(
  tx: Transaction,
  ctx: NetworkContext,
  dossier: { id: string; assigneeId: string | null },
  kind: string,
) {
  if (!dossier.assigneeId) return
  const name = await nameOfDossier(tx, ctx, dossier.id)
  const path = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossier.id}`
  await notify(tx, ctx, { accountId: dossier.assigneeId, kind, params: { dossier: name }, path })
}
