import { moments } from '#packages/referentials/dates.ts'
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
    return { ...shown(line, network, locale), sentence, href: path ? `/${network.slug}/${path}` : null }
  })
}

/** The history of the thing one looks at: « Structure publiée par Dominique ». */
export function historyLines(lines: JournalLine[], network: KnownNetwork, locale: Locale) {
  const { t } = i18nFor(locale)
  return lines.map((line) => {
    const name = line.person ?? t('kernel:someone')
    const sentence = t('kernel:journal.by', { action: actionLabel(line.action, locale), name })
    return { ...shown(line, network, locale), sentence, href: null }
  })
}

function shown({ id, at, changes }: JournalLine, { timeZone }: KnownNetwork, locale: Locale) {
  const date = moments(locale, timeZone, 'long')
  return { id, on: date.format(new Date(at)), changes: changesOf(changes, locale) }
}

function changesOf(changes: Record<string, unknown>, locale: Locale): ShownChange[] {
  return Object.entries(changes).flatMap(([name, value]) => {
    if (UNTOLD.has(name)) return []
    const moved = typeof value === 'object' && value !== null && 'to' in value
    const { from, to } = moved ? (value as { from?: unknown; to: unknown }) : { from: null, to: value }
    const said = { from: valueWord(name, from, locale), to: valueWord(name, to, locale) }
    return said.from === said.to ? [] : [{ field: fieldWord(name, locale), ...said }]
  })
}
