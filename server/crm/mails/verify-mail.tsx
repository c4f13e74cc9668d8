import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

export type VerifyProps = {
  organisation: string
  subject: string
  /** As the team wrote it; `{structure}` is the organisation's name. */
  body: string
  link: string
  stop: string
}

const WORDS = {
  fr: {
    button: 'Voir la page et répondre',
    about: (organisation: string) =>
      `Ce lien est celui de la page « ${organisation} » : il n’exige pas de compte et vaut 60 jours.`,
  },
  en: {
    button: 'See the page and answer',
    about: (organisation: string) =>
      `This link is for the page “${organisation}”: it needs no account and is valid for 60 days.`,
  },
} as const

const filled = (text: string, organisation: string) => text.replaceAll('{structure}', organisation)

export const verifyMail: Mail<VerifyProps> = {
  name: 'crm.verify',
  subject: ({ subject, organisation }) => filled(subject, organisation),
  unsubscribe: ({ stop }) => stop,
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    const { organisation, body, link } = props
    return (
      <>
        <Paragraph>{filled(body, organisation)}</Paragraph>
        <MailAction href={letterhead.origin + link} label={words.button} locale={locale} />
        <Paragraph>{words.about(organisation)}</Paragraph>
      </>
    )
  },
}
