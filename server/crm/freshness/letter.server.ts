import type { Transaction } from '#db/client.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { makePublicLink } from '#server/kernel/link/public-link.server.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { verifyMail } from '../mails/verify-mail.tsx'

type Texts = { subject: string; body: string; subjectEn: string | null; bodyEn: string | null }

/** What was written in the recipient's language; what was not is read in French. */
export function inLanguage({ subject, body, subjectEn, bodyEn }: Texts, locale: Locale) {
  return locale === 'en' && subjectEn && bodyEn
    ? { subject: subjectEn, body: bodyEn, locale }
    : { subject, body, locale: 'fr' as const }
}

type Letter = {
  id: string
  organisation: string
  email: string
  subject: string
  body: string
  locale: Locale
  rank: number
  origin: string
}

/** One letter of a campaign or of its reminder, with the link that answers and the one that says stop. */
export async function queueLetter(tx: Transaction, ctx: StaffContext, letter: Letter) {
  const { id, email, organisation, subject, body, locale, rank, origin } = letter
  const token = await makePublicLink(tx, ctx, 'verification', id)
  const link = `/${ctx.network.slug}/verifier/${token}`
  // Outlives the link that answers: who says stop says it when they will.
  const stop = await makePublicLink(tx, ctx, 'stop', id)
  return queueMail(tx, verifyMail, {
    to: email,
    locale,
    networkId: ctx.network.id,
    props: {
      organisation,
      subject,
      body,
      link,
      stop: `${origin}/${ctx.network.slug}/verifier/${stop}/arreter`,
    },
    afterSeconds: rank,
  })
}
