import type { JournalLine, JournalObjects } from '#server/kernel/audit/search-journal.server.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

type Found = { lines: JournalLine[]; names: Map<string, string> }
export type ShownChange = { field: string; from: string | null; to: string | null }

const LONGEST = 160

export function actionLabel(action: string, locale: Locale) {
  const name = action.replaceAll('.', '_')
  return i18nFor(locale).t(`kernel:journal.action.${name}`, { defaultValue: action })
}

/** History as sentences: « Dominique a publié Les Amis du Mono ». An action without its own words keeps its name. */
export function journalLines(
  { lines, names }: Found,
  objects: JournalObjects,
  network: KnownNetwork,
  locale: Locale,
) {
  const { t } = i18nFor(locale)
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: network.timeZone,
  })
  return lines.map((line) => {
    const action = line.action.replaceAll('.', '_')
    const name = line.person ?? t('kernel:someone')
    const object = names.get(line.objectId) ?? t('kernel:journal.unnamed')
    const path = names.has(line.objectId) ? objects[line.objectType]?.path?.(line.objectId) : undefined
    return {
      id: line.id,
      on: date.format(new Date(line.at)),
      sentence: t(`kernel:journal.sentence.${action}`, {
        name,
        object,
        defaultValue: t('kernel:journal.sentence.other', { name, action: line.action }),
      }),
      href: path ? `/${network.slug}/${path}` : null,
      changes: changesOf(line.changes, locale),
    }
  })
}

function changesOf(changes: Record<string, unknown>, locale: Locale): ShownChange[] {
  const { t } = i18nFor(locale)
  return Object.entries(changes).map(([name, value]) => {
    const field = t(`kernel:journal.field.${name}`, {
      defaultValue: t(`crm:field.${name}`, { defaultValue: name }),
    })
    const moved = typeof value === 'object' && value !== null && 'to' in value
    const { from, to } = moved ? (value as { from?: unknown; to: unknown }) : { from: null, to: value }
    return { field, from: textOf(from), to: textOf(to) }
  })
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(textOf).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
