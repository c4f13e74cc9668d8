import type { Locale } from '#server/kernel/context.ts'
import { columnLabel } from './labels.ts'

/** The words searched, as the criteria of a list tell them. */
export const searchWords = (q: string, locale: Locale): string[] =>
  q ? [locale === 'fr' ? `Recherche\u00a0: «\u00a0${q}\u00a0»` : `Search: “${q}”`] : []

/** The order asked, by the column it follows. */
export function orderWords(column: string | undefined, down: boolean, locale: Locale): string[] {
  if (!column) return []
  const label = columnLabel(column, locale)
  if (locale === 'fr') return [`Ordre\u00a0: ${label}${down ? ', décroissant' : ''}`]
  return [`Order: ${label}${down ? ', descending' : ''}`]
}
