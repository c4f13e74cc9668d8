import type { Locale } from './locale.ts'

type Style = 'short' | 'medium' | 'long'

/** English here is that of Europe: 21 Nov 2026, never 11/21/26. */
const tagOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'fr-FR')

/** The first of a month is « 1er janvier » in French, which Intl does not know. */
function polished(locale: Locale, format: Intl.DateTimeFormat) {
  const text = (at: Date) => format.format(at)
  return { format: locale === 'fr' ? (at: Date) => text(at).replace(/^1 (?=\p{L})/u, '1er ') : text }
}

/** A day without hour is kept as such and read in UTC; a moment is read on the network's clock. */
export const days = (locale: Locale, timeZone: string, dateStyle: Style = 'medium') =>
  polished(locale, new Intl.DateTimeFormat(tagOf(locale), { dateStyle, timeZone }))

export const moments = (locale: Locale, timeZone: string, dateStyle: Style = 'medium') =>
  polished(locale, new Intl.DateTimeFormat(tagOf(locale), { dateStyle, timeStyle: 'short', timeZone }))
