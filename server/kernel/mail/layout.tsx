import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import type { ReactNode } from 'react'
import type { Locale } from '#server/kernel/context.ts'
import type { Letterhead } from './mail.ts'
import { words } from './words.server.ts'

const FONT = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"
const [INK, QUIET, PAPER, LINE] = ['#1d2733', '#55606d', '#f4f1ec', '#ddd6ca']
/** Readers that darken a page themselves are told both are fine; those that obey get our own dark. */
// Escaped as text is: a selector here holds no quote and no « greater than ».
const LOOK = `
body, .paper { background-color: ${PAPER}; }
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .paper { background-color: #14181d !important; }
  .sheet { background-color: #1e242b !important; border-color: #39424d !important; }
  .ink, .ink p, .ink li, .ink h1 { color: #eef1f4 !important; }
  .ink p.quiet, .ink .quiet { color: #b3bcc6 !important; }
  .ink p.demo { color: #4a3600 !important; }
  .action { background-color: #eef1f4 !important; }
  .action span { color: #14181d !important; }
  .link { color: #9cc4ff !important; }
}
@media (max-width: 480px) { .inner { padding: 20px !important; } }`

type Given = {
  locale: Locale
  letterhead: Letterhead
  subject: string
  demo: boolean
  /** The network's, or an account's alone. */
  ofNetwork: boolean
  unsubscribe?: string
  children: ReactNode
}

/** The one frame of every mail. */
export function MailLayout({ locale, letterhead, subject, demo, ofNetwork, unsubscribe, children }: Given) {
  const t = words(locale)
  const why = ofNetwork ? t('mail:why.network', { network: letterhead.name }) : t('mail:why.account')
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
        <style>{LOOK}</style>
      </Head>
      <Preview>{subject}</Preview>
      <Body className="paper" style={{ margin: 0, padding: '16px 8px', fontFamily: FONT }}>
        <Container
          className="sheet"
          style={{ maxWidth: 600, backgroundColor: '#ffffff', border: `1px solid ${LINE}`, borderRadius: 8 }}
        >
          <Section style={{ backgroundColor: letterhead.brand, height: 8, lineHeight: '8px', fontSize: 0 }} />
          <Section className="inner ink" style={{ padding: '24px 32px' }}>
            {demo ? (
              <Text
                className="demo"
                style={{ ...text, backgroundColor: '#fff3d1', color: '#4a3600', padding: '6px 10px' }}
              >
                {t('mail:demo')}
              </Text>
            ) : null}
            <Text className="quiet" style={{ ...text, fontWeight: 700, color: QUIET, marginTop: 0 }}>
              {letterhead.name}
            </Text>
            <Heading as="h1" style={{ color: INK, fontSize: 22, lineHeight: '28px', margin: '4px 0 16px' }}>
              {subject}
            </Heading>
            {children}
            <Hr style={{ borderColor: LINE, margin: '28px 0 12px' }} />
            <Text className="quiet" style={small}>
              {why}
            </Text>
            {unsubscribe ? (
              <Text className="quiet" style={small}>
                <Link
                  className="link"
                  href={unsubscribe}
                  style={{ color: QUIET, textDecoration: 'underline' }}
                >
                  {t('mail:unsubscribe')}
                </Link>
              </Text>
            ) : null}
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

const text = { color: INK, fontSize: 16, lineHeight: '24px', margin: '0 0 14px' }
const small = { ...text, color: QUIET, fontSize: 13, lineHeight: '19px', margin: '0 0 6px' }

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={{ ...text, whiteSpace: 'pre-line' }}>{children}</Text>
)

/** What the mail is for, as a button a thumb can reach, and its address to copy. */
export function MailAction({ href, label, locale }: { href: string; label: string; locale: Locale }) {
  const t = words(locale)
  const safe = safeHref(href)
  return (
    <Section style={{ margin: '20px 0' }}>
      <Button
        className="action"
        href={safe}
        style={{
          backgroundColor: INK,
          color: '#ffffff',
          borderRadius: 8,
          padding: '13px 20px',
          fontSize: 16,
          fontWeight: 600,
        }}
      >
        {label}
      </Button>
      <Text
        className="quiet"
        style={{ ...small, marginTop: 12, overflowWrap: 'anywhere' }}
        data-skip-in-text="true"
      >
        {t('mail:copy')} {safe}
      </Text>
    </Section>
  )
}

/** A link of ours is http or https: another scheme came from outside and is not followed. */
export const safeHref = (href: string) => (/^https?:\/\//i.test(href) ? href : '#')
