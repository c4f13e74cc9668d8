import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'

type Props = { subject: string; body: string; link: string | null }

const WORDS = { fr: 'Ouvrir le dossier', en: 'Open the file' } as const

/** A letter of a dossier, in the words of its network. */
export const letterMail: Mail<Props> = {
  name: 'dispositifs.letter',
  subject: ({ subject }) => subject,
  body: ({ props: { body, link }, locale, letterhead }) => (
    <>
      {body.split(/\n{2,}/).map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {link ? <MailAction href={letterhead.origin + link} label={WORDS[locale]} locale={locale} /> : null}
    </>
  ),
}
