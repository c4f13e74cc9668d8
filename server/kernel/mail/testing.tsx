import { MailAction, Paragraph } from './layout.tsx'
import type { Mail } from './mail.ts'

/** A mail of the tests' own: whatever capabilities write, it stays what these tests say. */
export const essayMail: Mail<{ title: string; said: string; link: string }> = {
  name: 'essai.mail',
  subject: ({ title }, locale) => (locale === 'fr' ? `Objet : ${title}` : `Subject: ${title}`),
  body: ({ props, locale }) => (
    <>
      <Paragraph>{props.said}</Paragraph>
      <MailAction href={props.link} label={props.title} locale={locale} />
    </>
  ),
}
