import { foldText } from '#packages/referentials/text.ts'
import type { Outcome } from '../decision.ts'

/** What a column of a spreadsheet of decisions may say. */
export const COLUMNS = [
  'external',
  'number',
  'outcome',
  'amount',
  'decided_on',
  'reference',
  'comment',
] as const
export type DecisionColumn = (typeof COLUMNS)[number]
export const isColumn = (typed: unknown): typed is DecisionColumn => COLUMNS.some((one) => one === typed)

/** In the order they are tried: « numéro Fonjep » is the platform's before « numéro » is ours. */
const HEADINGS: [DecisionColumn, RegExp][] = [
  ['amount', /montant|accord|subvention|alloue|amount|granted/],
  ['decided_on', /\bdate\b|decide le|decided/],
  ['external', /fonjep|plateforme|externe|dossier externe|external|n.? ?de dossier|numero de dossier/],
  ['number', /^(n.?|no|num|numero|number)$|\bnumero\b/],
  ['outcome', /decision|resultat|statut|avis|outcome|status/],
  ['reference', /ref/],
  ['comment', /motif|comment|observation|remarque|reason/],
]

/** Each heading's likely meaning, each meaning once. */
export function guessColumns(headings: readonly string[]): (DecisionColumn | null)[] {
  const taken = new Set<DecisionColumn>()
  return headings.map((heading) => {
    const said = foldText(heading)
    const found = HEADINGS.find(([column, pattern]) => !taken.has(column) && pattern.test(said))?.[0] ?? null
    if (found) taken.add(found)
    return found
  })
}

/** What committees write for their three answers. */
const OUTCOMES: [Outcome, RegExp][] = [
  ['refused', /^(refus|non retenu|non finance|rejet|defavorable|refused|rejected|non$|no$)/],
  ['adjourned', /^(ajourn|report|en attente|adjourned|deferred)/],
  ['financed', /^(finance|retenu|accord|accept|favorable|oui$|yes$|financed|granted)/],
]

export const readOutcome = (cell: string): Outcome | null => {
  const said = foldText(cell).trim()
  return OUTCOMES.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}

/** Two columns saying the same thing leave nobody knowing which is true; without these, nothing is read. */
export function matchingFaults(matching: readonly (string | null)[]): string[] {
  const said = matching.filter((one) => one !== null)
  return [
    ...(new Set(said).size === said.length ? [] : ['column_twice']),
    ...(said.includes('outcome') ? [] : ['no_outcome']),
    ...(said.includes('external') || said.includes('number') ? [] : ['no_number']),
  ]
}
