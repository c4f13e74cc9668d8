import { diffWords } from '#packages/word-diff/word-diff.ts'
import type { OwnField, OwnValue } from '#server/crm/own-field/own-field.ts'
import { isOwnField, ownPageField, type PageField, type PageValues } from '#server/crm/page/page.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { ownValueText } from '../crm/own-field/own-value-text.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { communeText } from './page-form.server.ts'

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

/** A field of a page as its reader says it; nothing is an empty text. */
export function fieldText(field: PageField, value: unknown, locale: Locale, own: OwnField[]): string {
  if (value === null || value === undefined || value === '') return ''
  if (isOwnField(field)) return ownValueText(ownOf(field, own) ?? GONE, value as OwnValue, locale)
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
export const fieldPieces = (
  field: PageField,
  before: unknown,
  after: unknown,
  locale: Locale,
  own: OwnField[],
) => diffWords(fieldText(field, before, locale, own), fieldText(field, after, locale, own))

/** What a field is called: by its network, when it is one of the network's own. */
export function fieldLabel(field: string, own: OwnField[], locale: Locale): string {
  const { t } = i18nFor(locale)
  if (!isOwnField(field)) return t(`space:field.${field}`)
  return ownOf(field, own)?.label ?? t('space:section.own')
}

const ownOf = (field: string, own: OwnField[]) => own.find((one) => ownPageField(one) === field)
/** Deleted since: what it said is told as it is written. */
const GONE: Pick<OwnField, 'type' | 'choices'> = { type: 'text', choices: [] }
