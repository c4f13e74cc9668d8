import { moments } from '#packages/referentials/dates.ts'
import type { Locale } from '#server/kernel/context.ts'

export const moment = (at: Date, locale: Locale, timeZone = 'Europe/Paris') =>
  moments(locale, timeZone).format(at)
