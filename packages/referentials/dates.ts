import type { Locale } from './locale.ts'

type Style = 'short' | 'medium' | 'long'

/** English here is that of Europe: 21 Nov 2026, never 11/21/26. */
const tagOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'fr-FR')

/** A day without hour is kept as such and read in UTC; a moment is read on the network's clock. */
export const days = (locale: Locale, timeZone: string, dateStyle: Style = 'medium') =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle, timeZone })

export const moments = (locale: Locale, timeZone: string, dateStyle: Style = 'medium') =>
  new Intl.DateTimeFormat(tagOf(locale), { dateStyle, timeStyle: 'short', timeZone })
