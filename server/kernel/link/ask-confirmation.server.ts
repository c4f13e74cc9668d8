import { inNetwork, type Transaction } from '#db/client.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { confirmationMail } from './mails/confirmation-mail.tsx'
import { makePublicLink, peekPublicLink } from './public-link.server.ts'

type Asked = {
  purpose: 'representation' | 'registration' | 'message'
  subjectId: string
  email: string
  organisation: string
}

/** Writes to an address that somebody typed: what they asked waits until the link is used. */
export async function askConfirmation(tx: Transaction, ctx: NetworkContext, asked: Asked) {
  const token = await makePublicLink(tx, ctx, asked.purpose, asked.subjectId)
  await queueMail(tx, confirmationMail, {
    to: asked.email,
    locale: ctx.locale,
    networkId: ctx.network.id,
    props: {
      network: nameOf(ctx.network),
      what: asked.purpose,
      organisation: asked.organisation,
      link: `/${ctx.network.slug}/confirmer/${token}`,
    },
  })
}

/** What a link is for, for the page that shows its button; null once spent or expired. */
export async function linkShown(ctx: Context, token: string) {
  requireNetwork(ctx)
  const link = await inNetwork(ctx, (tx) => peekPublicLink(tx, ctx, token))
  return link && link.usedAt === null ? link.purpose : null
}
