import type { BudgetLine } from '../budget/budget.schema.ts'
import { EXPENSE_HEADINGS, FUNDERS } from '../budget/headings.ts'

export type Compared = {
  plannedCents: number
  realisedCents: number
  /** Realised less planned. */
  gapCents: number
  /** Of what was planned, in hundredths of a percent; null where nothing was. */
  gapBasisPoints: number | null
}
export type ComparedLine = Compared & { key: string }
export type ComparedSide = {
  side: BudgetLine['side']
  inKind: boolean
  lines: ComparedLine[]
  total: Compared
}

const SIDES = [
  { side: 'expense', inKind: false },
  { side: 'income', inKind: false },
  { side: 'expense', inKind: true },
  { side: 'income', inKind: true },
] as const

const ORDER = {
  expense: EXPENSE_HEADINGS.map(({ key }): string => key),
  income: FUNDERS.map(({ key }): string => key),
}

const keyOf = (line: BudgetLine) => (line.side === 'income' ? line.funder : line.heading)
const sum = (lines: readonly BudgetLine[]) => lines.reduce((total, { cents }) => total + (cents ?? 0), 0)

function compared(plannedCents: number, realisedCents: number): Compared {
  const gapCents = realisedCents - plannedCents
  const gapBasisPoints = plannedCents === 0 ? null : Math.round((gapCents / plannedCents) * 10_000)
  return { plannedCents, realisedCents, gapCents, gapBasisPoints }
}

/**
 * What was planned against what came out: heading by heading, because lines are named anew once the bills are
 * there. What is valued in kind stands apart, and is no money.
 */
export function compareBudgets(
  planned: readonly BudgetLine[],
  realised: readonly BudgetLine[],
): ComparedSide[] {
  return SIDES.flatMap(({ side, inKind }) => {
    const here = (line: BudgetLine) => line.side === side && line.in_kind === inKind
    const [before, after] = [planned.filter(here), realised.filter(here)]
    if (before.length + after.length === 0) return []
    const lines = ORDER[side].flatMap((key) => {
      const [one, other] = [before, after].map((lines) => lines.filter((line) => keyOf(line) === key))
      return one!.length + other!.length === 0 ? [] : [{ key, ...compared(sum(one!), sum(other!)) }]
    })
    return [{ side, inKind, lines, total: compared(sum(before), sum(after)) }]
  })
}
