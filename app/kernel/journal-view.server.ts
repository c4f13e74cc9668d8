import { moments } from '#packages/referentials/dates.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { ownPageField } from '#server/crm/page/page.ts'
import type { JournalLine } from '#server/kernel/audit/read-lines.server.ts'
import type { JournalObjects } from '#server/kernel/audit/search-journal.server.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { fieldWord, UNTOLD, valueWord } from './journal-values.server.ts'

type Found = { lines: JournalLine[]; names: Map<string, string> }
export type ShownChange = { field: string; from: string | null; to: string | null }

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
  own: OwnField[] = [],
) {
  const { t } = i18nFor(locale)
  return lines.map((line) => {
    const action = line.action.replaceAll('.', '_')
    const name = line.person ?? t('kernel:someone')
    const object = names.get(line.objectId) ?? t('kernel:journal.unnamed')
    const path = names.has(line.objectId) ? objects[line.objectType]?.path?.(line.objectId) : undefined
    const sentence = t(`kernel:journal.sentence.${action}`, {
      name,
      object,
      defaultValue: t('kernel:journal.sentence.other', { name, action: line.action }),
    })
    return { ...shown(line, network, locale, own), sentence, href: path ? `/${network.slug}/${path}` : null }
  })
}

/** The history of the thing one looks at: « Structure publiée par Dominique ». */
export function historyLines(
  lines: JournalLine[],
  network: KnownNetwork,
  locale: Locale,
  own: OwnField[] = [],
) {
  const { t } = i18nFor(locale)
  return lines.map((line) => {
    const name = line.person ?? t('kernel:someone')
    const sentence = t('kernel:journal.by', { action: actionLabel(line.action, locale), name })
    return { ...shown(line, network, locale, own), sentence, href: null }
  })
}

function shown(
  { id, at, changes }: JournalLine,
  { timeZone }: KnownNetwork,
  locale: Locale,
  own: OwnField[],
) {
  const date = moments(locale, timeZone, 'long')
  return { id, on: date.format(new Date(at)), changes: changesOf(changes, locale, own) }
}

function changesOf(changes: Record<string, unknown>, locale: Locale, own: OwnField[]): ShownChange[] {
  return Object.entries(changes).flatMap(([name, value]) => {
    if (UNTOLD.has(name)) return []
    const { from, to } = movedOf(value)
    if (name === 'ownFields') return changesOfOwn(from, to, locale, own)
    const said = { from: valueWord(name, from, locale, own), to: valueWord(name, to, locale, own) }
    return said.from === said.to ? [] : [{ field: fieldWord(name, locale, own), ...said }]
  })
}

function movedOf(value: unknown): { from: unknown; to: unknown } {
  const moved = typeof value === 'object' && value !== null && 'to' in value
  return moved ? { from: null, ...value } : { from: null, to: value }
}

/** Each of the network's own fields that changed, by its own words. */
export const changesOfOwn = (from: unknown, to: unknown, locale: Locale, own: OwnField[]) =>
  changesOf(eachOwn(from, to), locale, own)

/** The network's own fields are kept as one: each that changed is told by itself. */
function eachOwn(from: unknown, to: unknown): Record<string, unknown> {
  const [before, after] = [(from ?? {}) as Record<string, unknown>, (to ?? {}) as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    keys.map((key) => [ownPageField({ key }), { from: before[key] ?? null, to: after[key] ?? null }]),
  )
}
