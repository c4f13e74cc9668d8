import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

export type LinkProps = { name: string; link: string; minutes: number }

const WORDS = {
  sign_in: {
    fr: {
      subject: 'Votre lien de connexion',
      hello: (name: string) => `Bonjour ${name},`,
      text: 'Voici le lien que vous avez demandé pour vous connecter à Maillage.',
      button: 'Me connecter',
      limits: (minutes: number) => `Il sert une fois, pendant ${minutes} minutes.`,
      other: 'Si vous n’avez rien demandé, ne faites rien : personne n’entre sans ce lien.',
    },
    en: {
      subject: 'Your sign-in link',
      hello: (name: string) => `Hello ${name},`,
      text: 'Here is the link you asked for to sign in to Maillage.',
      button: 'Sign in',
      limits: (minutes: number) => `It works once, for ${minutes} minutes.`,
      other: 'If you asked for nothing, do nothing: nobody gets in without this link.',
    },
  },
  reset: {
    fr: {
      subject: 'Choisir un nouveau mot de passe',
      hello: (name: string) => `Bonjour ${name},`,
      text: 'Vous avez demandé à choisir un nouveau mot de passe pour Maillage.',
      button: 'Choisir un mot de passe',
      limits: (minutes: number) => `Ce lien sert une fois, pendant ${minutes} minutes.`,
      other: 'Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.',
    },
    en: {
      subject: 'Choose a new password',
      hello: (name: string) => `Hello ${name},`,
      text: 'You asked to choose a new password for Maillage.',
      button: 'Choose a password',
      limits: (minutes: number) => `This link works once, for ${minutes} minutes.`,
      other: 'If you asked for nothing, do nothing: your password does not change.',
    },
  },
} as const

const linkMail = (purpose: keyof typeof WORDS, name: string): Mail<LinkProps> => ({
  name,
  subject: (_props, locale) => WORDS[purpose][locale].subject,
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[purpose][locale]
    return (
      <>
        <Paragraph>{words.hello(props.name)}</Paragraph>
        <Paragraph>{words.text}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
        <Paragraph>{words.limits(props.minutes)}</Paragraph>
        <Paragraph>{words.other}</Paragraph>
      </>
    )
  },
})

export const signInLinkMail = linkMail('sign_in', 'identity.sign-in-link')
export const resetLinkMail = linkMail('reset', 'identity.reset-link')
