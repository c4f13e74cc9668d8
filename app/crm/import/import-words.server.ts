import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { MOST_COLUMNS, MOST_FILE_BYTES, MOST_ROWS } from '#packages/spreadsheet/bounds.ts'
import { type FieldType, IMPORT_FIELDS } from '#server/crm/import/fields.ts'
import type { Reason } from '#server/crm/import/given.ts'
import { choicesOf } from '#server/crm/import/recognise.ts'
import type { Locale } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'

const OWN_REASONS = [
  'appeared',
  'contact_nameless',
  'day',
  'email',
  'gone',
  'left_by_choice',
  'left_out',
  'like',
  'line_twice',
  'place',
]

/** Why a line stays out, or what of it does, in a sentence. */
export function reasonTold({ code, field, value = '' }: Reason, locale: Locale): string {
  const { t } = i18nFor(locale)
  const said = value.length > 80 ? `${value.slice(0, 79)}…` : value
  if (OWN_REASONS.includes(code))
    return t(`crm:imports.reason.${code}`, { value: said, field: field ? fieldTold(field, locale) : '' })
  const why = t(`crm:faults.${code}`, { defaultValue: t('crm:faults.unknown_choice') })
  return [field && fieldTold(field, locale), said && `« ${said} »`, why].filter(Boolean).join(' — ')
}

const LABELLED = new Set(IMPORT_FIELDS.map(({ key }) => key))
const AS: Record<string, string> = {
  subkind: 'kind',
  contact1: 'contact1.fullName',
  contact2: 'contact2.fullName',
}

/** « Contact 2 : fonction »: a field's own words, and whose it is. */
export function fieldTold(key: string, locale: Locale): string {
  const { t } = i18nFor(locale)
  const field = AS[key] ?? key
  if (!LABELLED.has(field)) return field
  const [group, name] = field.split('.')
  return name
    ? t('crm:imports.ofContact', {
        contact: t(`crm:imports.group.${group}`),
        field: t(`crm:imports.field.contact_${name}`),
      })
    : t(`crm:imports.field.${field}`)
}

/** Why a file could not be read. */
export function refusalTold(why: string, line: number | null, locale: Locale): string {
  const { t } = i18nFor(locale)
  const most = {
    megabytes: Math.round(MOST_FILE_BYTES / 1024 / 1024),
    rows: MOST_ROWS,
    columns: MOST_COLUMNS,
  }
  const sentence = t(`crm:imports.unreadable.${why}`, {
    ...most,
    defaultValue: t('crm:imports.unreadable.unreadable'),
  })
  return line === null ? sentence : `${sentence} ${t('crm:imports.atLine', { line })}`
}

/** What a value may be said to be, likeliest first, then all the others. */
export function choicesTold(type: FieldType, suggested: string[], locale: Locale) {
  if (type === 'commune')
    return { suggested: suggested.map((key) => ({ key, label: communeTold(key) })), all: [] }
  const all = choicesOf(type).map((one) => ({ key: one.key, label: one[locale] }))
  const byKey = new Map(all.map((one) => [one.key, one]))
  return {
    suggested: suggested.flatMap((key) => byKey.get(key) ?? []),
    all: all.sort((a, b) => (type === 'sdgs' ? 0 : a.label.localeCompare(b.label, locale))),
  }
}

function communeTold(insee: string): string {
  const commune = communeByInsee(insee)
  return commune ? `${commune.name} (${commune.postalCodes[0]})` : insee
}
