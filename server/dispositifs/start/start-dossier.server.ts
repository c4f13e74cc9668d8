import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dossierStart } from '#db/schema/dispositifs/holder.ts'
import { findRepresented } from '#server/crm/public.ts'
import { type Context, requireAccount, requireNetwork } from '#server/kernel/context.ts'
import { makePublicLink } from '#server/kernel/link/public-link.server.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { countSending, requirePerson, type SentForm } from '#server/kernel/sender/sender-check.server.ts'
import { callClosed } from '../errors.ts'
import { holderMail } from '../mails/holder-mail.tsx'
import { beginDossier } from './begin-dossier.server.ts'
import { openCallOf } from './open-call.server.ts'
import type { StartInput, VisitorInput } from './start.schema.ts'

/** What somebody without an account asks to begin: nothing is made before the link of the mail is used. */
export async function askToStart(
  ctx: Context,
  slug: string,
  visitor: VisitorInput,
  input: StartInput,
  sent: SentForm,
): Promise<void> {
  requireNetwork(ctx)
  requirePerson(ctx, sent)
  const { listed, call } = await openCallOf(ctx, slug)
  if (!call) throw callClosed()
  await countSending(ctx, visitor.email)
  await inNetwork(ctx, async (tx) => {
    const id = v7()
    const { network, locale, clock } = ctx
    await tx.insert(dossierStart).values({
      ...{ networkId: network.id, id, sessionId: call.id, locale, createdAt: clock.now() },
      ...visitor,
      ...input,
    })
    const token = await makePublicLink(tx, ctx, 'dossier_start', id)
    const { email: to } = visitor
    await queueMail(tx, holderMail, {
      ...{ to, locale, networkId: network.id },
      props: {
        what: 'start',
        network: nameOf(network),
        call: `${listed.name} · ${call.name}`,
        link: `/${network.slug}/deposer/${token}`,
      },
    })
  })
}

/** The organisations a person acts for here, offered instead of being typed. */
export async function representedBy(ctx: Context) {
  if (!ctx.account || !may(ctx, desk['space:enter'])) return []
  return (await findRepresented(ctx)).map(({ id, name }) => ({ id, name }))
}

/** Whoever is signed in begins at once. */
export async function startDossier(
  ctx: Context,
  slug: string,
  input: StartInput,
  organisationId: string | null,
) {
  requireNetwork(ctx)
  requireAccount(ctx)
  const { call } = await openCallOf(ctx, slug)
  if (!call) throw callClosed()
  const represented = await representedBy(ctx)
  const own = represented.find(({ id }) => id === organisationId)?.id ?? null
  await countSending(ctx, ctx.account.email)
  return inNetwork(ctx, (tx) => beginDossier(tx, ctx, call.id, input, own))
}
