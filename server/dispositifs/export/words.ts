import type { DossierState } from '../lifecycle/lifecycle.ts'

/** Headings and small words of what goes out of a session. */
export const EXPORT_WORDS = [
  'number',
  'external_number',
  'external_status',
  'state',
  'since',
  'holders',
  'identifiers',
  'department',
  'sponsor',
  'title',
  'countries',
  'starts_on',
  'ends_on',
  'requested',
  'submitted_at',
  'assignee',
  'moves',
  'yes',
  'no',
  'from',
  'to',
  'total',
  'girls',
  'boys',
  'other',
  'french',
  'foreign',
  'expenses',
  'income',
  'requested_line',
  'in_kind',
  'amount',
  'line',
  'nature',
  'untitled',
  'history',
  'page',
  'date',
  'reason',
  'who',
  'no_answer',
  'report',
  'planned',
  'realised',
  'gap',
  'people',
  'proofs',
  'spent',
  'years',
] as const
export type ExportWord = (typeof EXPORT_WORDS)[number]

/** In the language of who asked: sentences belong to pages, and the worker has none. */
export interface ExportWords {
  words: Record<ExportWord, string>
  states: Record<DossierState, string>
}

/** « {{page}} / {{pages}} » with what it says. */
export const filled = (text: string, put: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(put[name] ?? ''))
