import { Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = {
  network: string
  organisation: string
  name: string
  email: string
  subject: string
  body: string
  /** Its address is on its page. */
  addressShown: boolean
}

const WORDS = {
  fr: {
    subject: (subject: string) => `Message du public : ${subject}`,
    intro: ({ name, organisation, network }: Props) =>
      `${name} vous écrit par votre page « ${organisation} » de l’annuaire du réseau ${network} :`,
    answer: (email: string) => `Pour répondre, écrivez à ${email}.`,
    unseen: 'Cette personne ne connaît pas votre adresse tant que vous ne lui répondez pas.',
  },
  en: {
    subject: (subject: string) => `Message from the public: ${subject}`,
    intro: ({ name, organisation, network }: Props) =>
      `${name} writes to you through your page “${organisation}” in the directory of ${network}:`,
    answer: (email: string) => `To answer, write to ${email}.`,
    unseen: 'This person does not know your address until you answer.',
  },
} as const

export const messageMail: Mail<Props> = {
  name: 'crm.message',
  subject: ({ subject }, locale) => WORDS[locale].subject(subject),
  body: ({ props, locale }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words.intro(props)}</Paragraph>
        <Paragraph>{props.body}</Paragraph>
        <Paragraph>{words.answer(props.email)}</Paragraph>
        {props.addressShown ? null : <Paragraph>{words.unseen}</Paragraph>}
      </>
    )
  },
}
