import type { Locale } from './i18n.ts'

/** How numbers, money, days and lists are written, for pages that need them outside a translated sentence. */
export const formatNumber = (locale: Locale, value: number) => new Intl.NumberFormat(locale).format(value)

/** Amounts are whole cents everywhere. */
export const formatMoney = (locale: Locale, cents: number) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100)

export const formatDay = (locale: Locale, day: Date, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(day)

export const formatList = (locale: Locale, words: string[]) => new Intl.ListFormat(locale).format(words)
