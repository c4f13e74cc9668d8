import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

export type AccessProps = {
  network: string
  what: 'changed' | 'ended' | 'unbound'
  organisation: string
  link: string
}

const WORDS = {
  fr: {
    subject: {
      changed: (network: string) => `Votre accès chez ${network} change`,
      ended: (network: string) => `Votre accès chez ${network} prend fin`,
      unbound: (network: string) => `Votre accès chez ${network} change`,
    },
    text: {
      changed: () =>
        'Une personne qui administre le réseau a modifié votre accès : fonction, missions ou fin.',
      ended: () => 'Votre accès a été retiré. Ce que vous avez fait reste au réseau.',
      unbound: (organisation: string) =>
        `Vous ne représentez plus ${organisation}. Sa page et ses fichiers restent à la structure.`,
    },
    other: 'Si cela vous surprend, demandez pourquoi à l’équipe du réseau.',
    button: 'Voir le site du réseau',
  },
  en: {
    subject: {
      changed: (network: string) => `Your access to ${network} changes`,
      ended: (network: string) => `Your access to ${network} ends`,
      unbound: (network: string) => `Your access to ${network} changes`,
    },
    text: {
      changed: () => 'Somebody who administers the network changed your access: function, missions or end.',
      ended: () => 'Your access was withdrawn. What you did stays with the network.',
      unbound: (organisation: string) =>
        `You no longer represent ${organisation}. Its page and its files stay with the organisation.`,
    },
    other: 'If this surprises you, ask the network’s team why.',
    button: 'See the network’s site',
  },
} as const

export const accessMail: Mail<AccessProps> = {
  name: 'identity.access',
  subject: ({ what, network }, locale) => WORDS[locale].subject[what](network),
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words.text[props.what](props.organisation)}</Paragraph>
        <Paragraph>{words.other}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
      </>
    )
  },
}
