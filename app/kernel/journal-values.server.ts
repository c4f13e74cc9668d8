import { days } from '#packages/referentials/dates.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { isKind, isSubkind, kindLabel, subkindLabel } from '#packages/referentials/kinds.ts'
import type { OwnField, OwnValue } from '#server/crm/own-field/own-field.ts'
import { isOwnField, ownPageField } from '#server/crm/page/page.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { ownValueText } from '../crm/own-field/own-value-text.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

const LONGEST = 160
const DAY = /^\d{4}-\d\d-\d\d$/

/** Follows from the commune, and tells a person nothing. */
export const UNTOLD = new Set(['lat', 'lon', 'insee', 'search'])

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

type Own = OwnField[]
const ownOf = (field: string, own: Own) => own.find((one) => ownPageField(one) === field)

/** A field of the history in words: those of its form, where it has one; its network's, of one it added. */
export function fieldWord(field: string, locale: Locale, own: Own = []): string {
  const { t } = i18nFor(locale)
  if (isOwnField(field)) return ownOf(field, own)?.label ?? t('space:section.own')
  const [text, language] = field.split('.')
  if (language) return `${t(`portal:text.${text}`, { defaultValue: text })} (${language})`
  return t(`kernel:journal.field.${field}`, {
    defaultValue: t(`crm:field.${field}`, { defaultValue: field }),
  })
}

/** What a field held, as the person who reads would say it; nothing is null. */
export function valueWord(field: string, value: unknown, locale: Locale, own: Own = []): string | null {
  if (value === null || value === undefined || value === '') return null
  const { t } = i18nFor(locale)
  const added = ownOf(field, own)
  if (added) return shortened(ownValueText(added, value as OwnValue, locale)) || null
  if (typeof value === 'boolean') return t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
  if (Array.isArray(value)) {
    const words = value.map((one) => valueWord(field, one, locale, own)).filter((one) => one !== null)
    return words.length === 0 ? null : words.join(', ')
  }
  if (typeof value === 'object' && 'name' in value) return shortened(String(value.name))
  if (typeof value === 'object') return shortened(JSON.stringify(value))
  const text = String(value)
  return wordOf(field, text, locale, own) ?? shortened(text)
}

function wordOf(field: string, text: string, locale: Locale, own: Own): string | null {
  const { t } = i18nFor(locale)
  if (DAY.test(text)) return days(locale, 'UTC', 'long').format(new Date(text))
  if (field === 'fields') return t(`crm:person.field.${text}`, { defaultValue: fieldWord(text, locale, own) })
  if (field === 'role') return t(`common:role.${text}`, { defaultValue: text })
  if (field === 'profile') return t(`common:role.staff_${text}`, { defaultValue: text })
  if (field === 'missions') return t(`desk:mission.${text}`, { defaultValue: text })
  if (field === 'modules') return t(`desk:site.module.${text}`, { defaultValue: text })
  if (field === 'kind' && isKind(text)) return kindLabel(text, locale)
  if (field === 'subkind' && isSubkind(text)) return subkindLabel(text, locale)
  if (field === 'colour') return t(`crm:tags.hue.${text}`, { defaultValue: text })
  if (field === 'department') return departmentName(text)
  const facet = FACETS[field as keyof typeof FACETS]
  return facet ? facetLabel(facet, text, locale) : null
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
