import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = { network: string; organisation: string; accepted: boolean; reason: string; link: string }

const WORDS = {
  fr: {
    subject: (organisation: string) => `Votre demande pour ${organisation}`,
    accepted: (network: string, organisation: string) =>
      `L’équipe de ${network} a accepté votre demande : vous représentez désormais ${organisation}.`,
    refused: (network: string, organisation: string) =>
      `L’équipe de ${network} n’a pas donné suite à votre demande de représenter ${organisation}.`,
    reason: (reason: string) => `Sa réponse : « ${reason} »`,
    open: 'Ouvrir mon espace',
    see: 'Voir le site du réseau',
  },
  en: {
    subject: (organisation: string) => `Your request about ${organisation}`,
    accepted: (network: string, organisation: string) =>
      `The team of ${network} accepted your request: you now represent ${organisation}.`,
    refused: (network: string, organisation: string) =>
      `The team of ${network} declined your request to represent ${organisation}.`,
    reason: (reason: string) => `Their answer: “${reason}”`,
    open: 'Open my space',
    see: 'See the network’s site',
  },
} as const

export const representationMail: Mail<Props> = {
  name: 'identity.representation',
  subject: ({ organisation }, locale) => WORDS[locale].subject(organisation),
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    const { network, organisation, accepted, reason, link } = props
    return (
      <>
        <Paragraph>
          {accepted ? words.accepted(network, organisation) : words.refused(network, organisation)}
        </Paragraph>
        {reason ? <Paragraph>{words.reason(reason)}</Paragraph> : null}
        <MailAction
          href={letterhead.origin + link}
          label={accepted ? words.open : words.see}
          locale={locale}
        />
      </>
    )
  },
}
