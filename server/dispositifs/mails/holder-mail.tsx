import { moments } from '#packages/referentials/dates.ts'
import { MailAction, Paragraph } from '#server/kernel/mail/layout.tsx'
import type { Mail } from '#server/kernel/mail/mail.ts'
import { HOLDER_WORDS } from './holder-words.ts'

export type HolderMail = {
  what: keyof (typeof HOLDER_WORDS)['fr']
  network: string
  link: string
  /** As the page names it: « INCUB 12 · Un potager ». */
  dossier?: string
  call?: string
  /** Who asks or invites. */
  by?: string
  reason?: string
  /** Instants and days, as they are kept. */
  at?: string
  timeZone?: string
  dueOn?: string
}

const PARIS = 'Europe/Paris'

/** Everything that is written to whoever writes a dossier: one frame, one button, other words. */
export const holderMail: Mail<HolderMail> = {
  name: 'dispositifs.holder',
  subject: (props, locale) => HOLDER_WORDS[locale][props.what].subject(props),
  body: ({ props, locale, letterhead }) => {
    const words = HOLDER_WORDS[locale][props.what]
    return (
      <>
        {words.text({ ...props, ...told(props, locale) }).map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
        <MailAction href={letterhead.origin + props.link} label={words.button} locale={locale} />
      </>
    )
  },
}

/** An instant on the clock of its call, and of Paris where it shows another hour; a day in words. */
function told({ at, timeZone = PARIS, dueOn }: HolderMail, locale: 'fr' | 'en') {
  const on = (zone: string) => (at ? moments(locale, zone, 'long').format(new Date(at)) : '')
  const [there, paris] = [on(timeZone), on(PARIS)]
  const day = dueOn
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(dueOn))
    : ''
  return { at: there === paris ? there : `${there} (${paris} — Paris)`, dueOn: day }
}
