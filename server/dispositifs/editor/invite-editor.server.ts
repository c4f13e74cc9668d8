import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { inNetwork } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { makePublicLink } from '#server/kernel/link/public-link.server.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { countSending } from '#server/kernel/sender/sender-check.server.ts'
import { holdersOf } from '../dossier/holders-of.server.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { nameOfDossier } from '../dossier/names-of.server.ts'
import { editorKnown, notOfHolders } from '../errors.ts'
import { holderMail } from '../mails/holder-mail.tsx'
import { dispositifs } from '../permissions.ts'
import { editorsOf, lockOwnDossier } from './editors.server.ts'

/** `organisationId` is the one of its holders that they are of; null where only one carries it. */
type Person = { email: string; name: string; organisationId: string | null; access: 'write' | 'read' }

/** One more person writes this dossier, or reads it: they are written to, and come by the link of the mail. */
export async function inviteEditor(ctx: Context, dossierId: string, person: Person) {
  demand(ctx, dispositifs['dossier:hold'])
  await countSending(ctx, ctx.account.email, person.email)
  await inNetwork(ctx, async (tx) => {
    await lockOwnDossier(tx, ctx, dossierId)
    await promise(tx, ctx, dossierId, person, 'invited')
  })
}

/** The team invites the holder of a dossier that it imported or entered, to confirm and complete it. */
export async function inviteHolder(ctx: Context, dossierId: string, person: Person) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    await lockDossier(tx, ctx, dossierId)
    await promise(tx, ctx, dossierId, person, 'complete')
  })
}

async function promise(
  tx: Transaction,
  ctx: StaffContext,
  dossierId: string,
  { email, name, organisationId, access }: Person,
  what: 'invited' | 'complete',
) {
  if ((await editorsOf(tx, ctx, dossierId)).some((one) => one.email === email)) throw editorKnown()
  if (organisationId) {
    const { holders } = await holdersOf(tx, ctx, dossierId)
    if (!holders.some((one) => one.id === organisationId)) throw notOfHolders()
  }
  const id = v7()
  const { network, account, clock, locale } = ctx
  await tx.insert(dossierEditor).values({
    ...{ networkId: network.id, id, dossierId, email, name, organisationId, access },
    ...{ addedBy: account.id, addedAt: clock.now() },
  })
  const token = await makePublicLink(tx, ctx, 'dossier_editor', id)
  await queueMail(tx, holderMail, {
    ...{ to: email, locale, networkId: network.id },
    props: {
      ...{ what, network: nameOf(network), by: account.name },
      dossier: await nameOfDossier(tx, ctx, dossierId),
      link: `/${network.slug}/deposer/${token}`,
    },
  })
  await record(tx, ctx, {
    action: 'dossier.editor_invited',
    objectType: 'dossier',
    objectId: dossierId,
    changes: { name: name || email },
  })
}
