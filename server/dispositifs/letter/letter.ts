import type { DossierState } from '../lifecycle/lifecycle.ts'

/** What is written about a dossier, in the order of its life. */
export const LETTERS = [
  'submitted',
  'to_validate',
  'correction',
  'opinion',
  'financed',
  'refused',
  'adjourned',
  'advance',
  'report_due',
  'settled',
] as const
export type LetterKey = (typeof LETTERS)[number]

export const isLetter = (typed: unknown): typed is LetterKey => LETTERS.some((key) => key === typed)

/** Where a dossier stands when a letter is for it. */
export const CONCERNED: Record<LetterKey, readonly DossierState[]> = {
  submitted: ['submitted', 'complete', 'eligible'],
  to_validate: ['awaiting_sponsor'],
  correction: ['to_correct'],
  opinion: ['opined'],
  financed: ['financed', 'advance_paid'],
  refused: ['refused'],
  adjourned: ['adjourned'],
  advance: ['advance_paid'],
  report_due: ['financed', 'advance_paid', 'done'],
  settled: ['settled'],
}

/** Those that say what is true of a dossier that stands there. */
export const lettersFor = (state: DossierState): LetterKey[] =>
  LETTERS.filter((key) => CONCERNED[key].includes(state))

/** What may be left open in a letter: « {{porteur}} ». French, as those who write them are. */
export const GAPS = [
  'personne',
  'porteur',
  'projet',
  'numero',
  'dispositif',
  'session',
  'reseau',
  'demande',
  'montant',
  'date_decision',
  'reference',
  'motif',
  'marraine',
  'cloture',
  'echeance_bilan',
  'acompte',
] as const
export type Gap = (typeof GAPS)[number]
export type GapValues = Record<Gap, string>

const GAP = /\{\{\s*([^{}]*?)\s*\}\}/g
const isGap = (name: string): name is Gap => GAPS.some((gap) => gap === name)

/** Names that no dossier fills, as they were written; braces that open nothing are told whole. */
export function unknownGaps(text: string): string[] {
  const named = [...text.matchAll(GAP)].map(([, name]) => name ?? '')
  const loose = /\{\{|\}\}/.test(text.replaceAll(GAP, '')) ? ['{{'] : []
  return [...new Set([...named.filter((name) => !isGap(name)), ...loose])]
}

/** Gaps this dossier has nothing for. */
export const emptyGaps = (text: string, values: GapValues): Gap[] => [
  ...new Set([...text.matchAll(GAP)].flatMap(([, name]) => (isGap(name!) && !values[name] ? [name] : []))),
]

/** What nothing is known of is told by a dash, never by a brace. */
export const fillGaps = (text: string, values: GapValues): string =>
  text.replaceAll(GAP, (whole, name: string) => (isGap(name) ? values[name] || '—' : whole))

/** Whom it concerns beside those who write the dossier. */
export const TO_SPONSOR: readonly LetterKey[] = [
  'to_validate',
  'financed',
  'refused',
  'adjourned',
  'advance',
  'report_due',
  'settled',
]
export const TO_EDITORS: readonly LetterKey[] = LETTERS.filter((key) => key !== 'to_validate')

/** Those that are kept as papers too. */
export const ON_PAPER: readonly LetterKey[] = ['opinion', 'financed', 'refused', 'adjourned', 'settled']
