import type { Account, Locale } from '#server/kernel/context.ts'
import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = { name: string; what: 'added' | 'removed'; link: string }

const WORDS = {
  fr: {
    subject: { added: 'Clé d’accès ajoutée à votre compte', removed: 'Clé d’accès retirée de votre compte' },
    hello: (name: string) => `Bonjour ${name},`,
    text: {
      added:
        'Une clé d’accès vient d’être ajoutée à votre compte Maillage. Elle vous sera demandée à chaque connexion.',
      removed: 'Une clé d’accès vient d’être retirée de votre compte Maillage.',
    },
    other: 'Si ce n’était pas vous, changez tout de suite votre mot de passe et prévenez votre réseau.',
    button: 'Voir mes clés d’accès',
  },
  en: {
    subject: { added: 'Passkey added to your account', removed: 'Passkey removed from your account' },
    hello: (name: string) => `Hello ${name},`,
    text: {
      added:
        'A passkey has just been added to your Maillage account. You will be asked for it each time you sign in.',
      removed: 'A passkey has just been removed from your Maillage account.',
    },
    other: 'If it was not you, change your password at once and tell your network.',
    button: 'See my passkeys',
  },
} as const

export const securityMail: Mail<Props> = {
  name: 'identity.security',
  subject: ({ what }, locale) => WORDS[locale].subject[what],
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words.hello(props.name)}</Paragraph>
        <Paragraph>{words.text[props.what]}</Paragraph>
        <Paragraph>{words.other}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
      </>
    )
  },
}

/** The owner is told of every change to their keys, whoever made it. */
export const tellOwner = ({ email, name }: Account, locale: Locale, what: Props['what']) => ({
  to: email,
  locale,
  networkId: null,
  props: { name, what, link: '/compte/cles' },
})
