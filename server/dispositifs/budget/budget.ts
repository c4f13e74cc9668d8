import type { BudgetLine } from './budget.schema.ts'

export interface Side {
  cashCents: number
  inKindCents: number
}

export interface Budget {
  income: Side
  expense: Side
  /** Income less expenses, cash then in kind: both are nought in a balanced budget. */
  gapCents: number
  inKindGapCents: number
  balanced: boolean
  requestedCents: number
  excludedCents: number
  /** What a share is taken of: expenses in cash that the funder counts. */
  baseCents: number
  /** Request on that base, in hundredths of a percent; null without a base. */
  shareBasisPoints: number | null
}

const centsOf = (lines: readonly BudgetLine[]) => lines.reduce((total, { cents }) => total + (cents ?? 0), 0)

const sideOf = (lines: readonly BudgetLine[]): Side => ({
  cashCents: centsOf(lines.filter(({ in_kind }) => !in_kind)),
  inKindCents: centsOf(lines.filter(({ in_kind }) => in_kind)),
})

/**
 * Upwards, so that a hair over 70 % never reads as 70 %. Cents times ten thousand leave the whole numbers
 * that a double holds, hence BigInt.
 */
export function basisPoints(part: number, whole: number): number | null {
  if (whole <= 0) return null
  const [wide, base] = [BigInt(part) * 10_000n, BigInt(whole)]
  return Number((wide + base - 1n) / base)
}

export function budgetOf(lines: readonly BudgetLine[]): Budget {
  const incomes = lines.filter((line) => line.side === 'income')
  const expenses = lines.filter((line) => line.side === 'expense')
  const [income, expense] = [sideOf(incomes), sideOf(expenses)]
  const gapCents = income.cashCents - expense.cashCents
  const inKindGapCents = income.inKindCents - expense.inKindCents
  const requestedCents = centsOf(incomes.filter(({ requested }) => requested))
  const excludedCents = centsOf(expenses.filter(({ excluded, in_kind }) => excluded && !in_kind))
  const baseCents = expense.cashCents - excludedCents
  return {
    ...{ income, expense, gapCents, inKindGapCents, requestedCents, excludedCents, baseCents },
    balanced: gapCents === 0 && inKindGapCents === 0,
    shareBasisPoints: basisPoints(requestedCents, baseCents),
  }
}
