import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

export type UnidentifiedNote = { said: string; why: string }

/** What stands beside a national total: how many of it nobody can tell from another network's. */
export function unidentifiedNote(count: number | null, locale: Locale): UnidentifiedNote | null {
  if (!count) return null
  const { t } = i18nFor(locale)
  return { said: t('national:unidentified', { count }), why: t('national:unidentifiedWhy') }
}
