import type { BudgetLine } from '#server/dispositifs/budget/budget.schema.ts'
import { type Budget, budgetOf } from '#server/dispositifs/budget/budget.ts'
import { held, listOf } from './read-cell.ts'

const MOST_CENTS = 1e13

const isLine = (line: unknown): line is BudgetLine => {
  const cents = held(line, 'cents')
  const side = held(line, 'side')
  const isAmount =
    typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0 && cents <= MOST_CENTS
  return isAmount && (side === 'income' || side === 'expense')
}

/** What a budget comes to while it is written: lines whose amount cannot be read are left out. */
export const budgetTotals = (answer: unknown): Budget => budgetOf(listOf(answer).filter(isLine))
