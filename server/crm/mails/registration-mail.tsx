import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = { network: string; organisation: string; accepted: boolean; reason: string; link: string }

const WORDS = {
  fr: {
    subject: (organisation: string) => `Votre inscription : ${organisation}`,
    accepted: (network: string, organisation: string) =>
      `L’équipe du réseau ${network} a accepté l’inscription « ${organisation} ». Vous tenez désormais sa page.`,
    refused: (network: string, organisation: string) =>
      `L’équipe du réseau ${network} n’a pas donné suite à l’inscription « ${organisation} ».`,
    reason: (reason: string) => `Sa réponse : « ${reason} »`,
    open: 'Ouvrir ma structure',
    see: 'Voir le site du réseau',
  },
  en: {
    subject: (organisation: string) => `Your registration: ${organisation}`,
    accepted: (network: string, organisation: string) =>
      `The team of ${network} accepted the registration “${organisation}”. You now keep its page.`,
    refused: (network: string, organisation: string) =>
      `The team of ${network} declined the registration “${organisation}”.`,
    reason: (reason: string) => `Their answer: “${reason}”`,
    open: 'Open my organisation',
    see: 'See the network’s site',
  },
} as const

export const registrationMail: Mail<Props> = {
  name: 'crm.registration',
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
