import { Link, Section, Text } from '@react-email/components'
import { moments } from '#packages/referentials/dates.ts'
import type { Locale } from '#server/kernel/context.ts'
import { MailAction, Paragraph, safeHref } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'
import { mailWords, words } from '#server/kernel/mail/words.server.ts'
import { sentenceOf } from '../sentence.ts'

export type DigestProps = {
  network: string
  groups: { kind: string; lines: { params: Record<string, unknown>; href: string; at: string }[] }[]
  all: string
  unsubscribe: string
  timeZone: string
}

const countOf = ({ groups }: DigestProps) => groups.reduce((sum, { lines }) => sum + lines.length, 0)
const timeOf = (at: string, locale: Locale, timeZone: string) =>
  moments(locale, timeZone).format(new Date(at))

/** One mail a morning, a person and a network: what they have not read yet, each with its link. */
export const digestMail: Mail<DigestProps> = {
  name: 'kernel.digest',
  subject: (props, locale) => {
    const t = words(locale)
    return t('mail:digest.subject', { count: countOf(props), network: props.network })
  },
  unsubscribe: ({ unsubscribe }) => unsubscribe,
  body: ({ props, locale }) => {
    const t = words(locale)
    return (
      <>
        <Paragraph>{t('mail:digest.intro')}</Paragraph>
        {props.groups.map(({ kind, lines }) => (
          <Section key={kind}>
            {lines.map(({ params, href, at }) => (
              <Text key={href + at} style={{ fontSize: 16, lineHeight: '23px', margin: '0 0 12px' }}>
                <Link
                  className="link"
                  href={safeHref(href)}
                  style={{ color: '#0b4f6c', textDecoration: 'underline' }}
                >
                  {sentenceOf(mailWords(locale), kind, params)}
                </Link>
                <br />
                <span className="quiet" style={{ color: '#55606d', fontSize: 13 }}>
                  {timeOf(at, locale, props.timeZone)}
                </span>
              </Text>
            ))}
          </Section>
        ))}
        <MailAction href={props.all} label={t('mail:digest.open')} locale={locale} />
      </>
    )
  },
}
