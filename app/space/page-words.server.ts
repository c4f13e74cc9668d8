import { diffWords } from '#packages/word-diff/word-diff.ts'
import type { PageField, PageValues } from '#server/crm/page/page.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { communeText } from './page-form.server.ts'

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

/** A field of a page as its reader says it; nothing is an empty text. */
export function fieldText(field: PageField, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return ''
  if (field === 'commune') return communeText(value as PageValues['commune'])
  if (field === 'seatPrivate') return i18nFor(locale).t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
  if (Array.isArray(value)) {
    const facet = FACETS[field as keyof typeof FACETS]
    const names = value.map((one) => facetLabel(facet, String(one), locale))
    return names.sort((one, other) => one.localeCompare(other, locale)).join(', ')
  }
  return String(value)
}

/** A change of one field, word by word. */
export const fieldPieces = (field: PageField, before: unknown, after: unknown, locale: Locale) =>
  diffWords(fieldText(field, before, locale), fieldText(field, after, locale))
