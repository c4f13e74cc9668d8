import type { DossierState } from '../lifecycle/lifecycle.ts'

export const OUTCOMES = ['financed', 'refused', 'adjourned'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const isOutcome = (typed: unknown): typed is Outcome => OUTCOMES.some((one) => one === typed)

/** A decision in favour that has already had effects: its amount may be put right, not its sense. */
const UNDER_WAY: readonly DossierState[] = ['advance_paid', 'done', 'report_received', 'settled']

/** Where a decision may be recorded, or put right. */
export const DECIDABLE: readonly DossierState[] = ['opined', ...OUTCOMES, ...UNDER_WAY]

/**
 * The states a dossier goes through for this outcome to be told: none where it says so already. Null where
 * it cannot: no opinion yet, or money already paid.
 */
export function statesTo(from: DossierState, outcome: Outcome): DossierState[] | null {
  if (from === outcome) return []
  if (from === 'opined') return [outcome]
  if (isOutcome(from)) return ['opined', outcome]
  return outcome === 'financed' && UNDER_WAY.includes(from) ? [] : null
}
