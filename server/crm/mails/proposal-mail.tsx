import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = {
  network: string
  organisation: string
  published: boolean
  /** All that was asked, or a part of it. */
  whole: boolean
  reason: string
  link: string
}

const WORDS = {
  fr: {
    subject: (organisation: string) => `La page « ${organisation} » : notre réponse`,
    whole: (network: string) => `L’équipe du réseau ${network} a publié vos modifications. Merci !`,
    part: (network: string) => `L’équipe du réseau ${network} a publié une partie de vos modifications.`,
    refused: (network: string) => `L’équipe du réseau ${network} n’a pas repris votre proposition.`,
    reason: (reason: string) => `Sa réponse : « ${reason} »`,
    open: 'Voir',
  },
  en: {
    subject: (organisation: string) => `The page “${organisation}”: our answer`,
    whole: (network: string) => `The team of ${network} published your changes. Thank you!`,
    part: (network: string) => `The team of ${network} published some of your changes.`,
    refused: (network: string) => `The team of ${network} did not take up your proposal.`,
    reason: (reason: string) => `Their answer: “${reason}”`,
    open: 'See',
  },
} as const

export const proposalMail: Mail<Props> = {
  name: 'crm.proposal',
  subject: ({ organisation }, locale) => WORDS[locale].subject(organisation),
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    const { network, published, whole, reason, link } = props
    return (
      <>
        <Paragraph>
          {published ? (whole ? words.whole(network) : words.part(network)) : words.refused(network)}
        </Paragraph>
        {reason ? <Paragraph>{words.reason(reason)}</Paragraph> : null}
        <MailAction href={letterhead.origin + link} label={words.open} locale={locale} />
      </>
    )
  },
}
