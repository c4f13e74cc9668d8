import type { Locale } from '../i18n.ts'

/** i18next's, or a page's own that only knows the few words it was given. */
export type Translate = (key: string, put?: Record<string, unknown>) => string

const tagOf = (locale: string) => (locale === 'en' ? 'en-GB' : 'fr-FR')

/** Whole euros without decimals. */
export const money = (cents: number, locale: string): string =>
  new Intl.NumberFormat(tagOf(locale), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100)

/** From hundredths of a percent: 5313 is « 53,13 % ». */
export const share = (basisPoints: number, locale: Locale): string =>
  new Intl.NumberFormat(tagOf(locale), { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  )

/** « A, B ou C ». */
export const listed = (names: string[], locale: Locale, as: 'and' | 'or'): string =>
  new Intl.ListFormat(locale, { type: as === 'and' ? 'conjunction' : 'disjunction' }).format(names)
