import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type AddressProps = { name: string; newEmail: string; link: string; hours: number }

const WORDS = {
  old: {
    fr: {
      subject: 'Changement de votre adresse e-mail : votre accord',
      text: (email: string) =>
        `Votre compte Maillage doit prendre l’adresse ${email}. Elle le fera quand les deux adresses, l’ancienne et la nouvelle, auront dit oui.`,
      button: 'Confirmer',
      other: 'Si vous n’avez rien demandé, ne confirmez pas et changez votre mot de passe.',
    },
    en: {
      subject: 'Changing your e-mail address: your consent',
      text: (email: string) =>
        `Your Maillage account is to take the address ${email}. It will once both addresses, the former and the new one, have said yes.`,
      button: 'Confirm',
      other: 'If you asked for nothing, do not confirm, and change your password.',
    },
  },
  new: {
    fr: {
      subject: 'Confirmez votre nouvelle adresse e-mail',
      text: (email: string) =>
        `Confirmez que ${email} est bien à vous pour qu’elle devienne celle de votre compte.`,
      button: 'Confirmer cette adresse',
      other: 'Si ce n’est pas vous, ne faites rien.',
    },
    en: {
      subject: 'Confirm your new e-mail address',
      text: (email: string) => `Confirm that ${email} is yours, so that it becomes your account’s.`,
      button: 'Confirm this address',
      other: 'If this was not you, do nothing.',
    },
  },
} as const

const addressMail = (which: keyof typeof WORDS, name: string): Mail<AddressProps> => ({
  name,
  subject: (_props, locale) => WORDS[which][locale].subject,
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[which][locale]
    return (
      <>
        <Paragraph>{words.text(props.newEmail)}</Paragraph>
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
        <Paragraph>{words.other}</Paragraph>
      </>
    )
  },
})

export const oldAddressMail = addressMail('old', 'identity.address-old')
export const newAddressMail = addressMail('new', 'identity.address-new')
