import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = { network: string; by: string; question: string; until: string | null; link: string }

const WORDS = {
  fr: {
    subject: ({ network }: Props) => `${network} vous demande votre avis sur un dossier`,
    intro: ({ by, network }: Props) => `${by}, du réseau ${network}, vous demande votre avis :`,
    until: (day: string) => `Il est attendu pour le ${day}.`,
    open: 'Lire et répondre',
    alone: 'Ce lien est pour vous seul : ne le transférez pas.',
  },
  en: {
    subject: ({ network }: Props) => `${network} asks for your opinion on a file`,
    intro: ({ by, network }: Props) => `${by}, of ${network}, asks for your opinion:`,
    until: (day: string) => `It is expected by ${day}.`,
    open: 'Read and answer',
    alone: 'This link is for you alone: do not forward it.',
  },
} as const

export const expertMail: Mail<Props> = {
  name: 'dispositifs.expert',
  subject: (props, locale) => WORDS[locale].subject(props),
  body: ({ props, locale, letterhead }) => {
    const words = WORDS[locale]
    return (
      <>
        <Paragraph>{words.intro(props)}</Paragraph>
        <Paragraph>{props.question}</Paragraph>
        {props.until ? <Paragraph>{words.until(props.until)}</Paragraph> : null}
        <MailAction href={letterhead.origin + props.link} label={words.open} locale={locale} />
        <Paragraph>{words.alone}</Paragraph>
      </>
    )
  },
}
