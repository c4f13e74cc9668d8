import type { Locale } from '#server/kernel/context.ts'

export const moment = (at: Date, locale: Locale, timeZone = 'Europe/Paris') =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
