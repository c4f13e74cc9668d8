import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = {
  network: string
  what: 'representation' | 'registration' | 'message'
  organisation: string
  link: string
}

const WORDS = {
  fr: {
    subject: 'Confirmez votre adresse e-mail',
    representation: (network: string, organisation: string) =>
      `Vous demandez à l’équipe de ${network} de représenter ${organisation}.`,
    registration: (network: string, organisation: string) =>
      `Vous demandez à l’équipe de ${network} d’inscrire ${organisation} dans son annuaire.`,
    message: (_network: string, organisation: string) => `Vous écrivez à ${organisation}.`,
    text: 'Pour que votre demande parte, confirmez que cette adresse est la vôtre. Le lien sert une fois, pendant trois jours.',
    button: 'Confirmer mon adresse',
    other: 'Si vous n’avez rien demandé, ne faites rien : rien ne partira.',
  },
  en: {
    subject: 'Confirm your e-mail address',
    representation: (network: string, organisation: string) =>
      `You ask the team of ${network} to represent ${organisation}.`,
    registration: (network: string, organisation: string) =>
      `You ask the team of ${network} to register ${organisation} in its directory.`,
    message: (_network: string, organisation: string) => `You are writing to ${organisation}.`,
    text: 'For your request to leave, confirm that this address is yours. The link works once, for three days.',
    button: 'Confirm my address',
    other: 'If you asked for nothing, do nothing: nothing will leave.',
  },
} as const

export const confirmationMail: Mail<Props> = {
  name: 'kernel.confirmation',
  subject: (_props, locale) => WORDS[locale].subject,
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words[props.what](props.network, props.organisation)}</Paragraph>
        <Paragraph>{words.text}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
        <Paragraph>{words.other}</Paragraph>
      </>
    )
  },
}
