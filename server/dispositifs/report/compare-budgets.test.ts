import { expect, it } from 'vitest'
import { budgetLines } from '../budget/budget.schema.ts'
import { compareBudgets } from './compare-budgets.ts'

const lines = (given: object[]) => budgetLines.parse(given)
const planned = lines([
  { side: 'expense', heading: 'food', cents: 30_000, label: 'Repas' },
  { side: 'expense', heading: 'food', cents: 10_000, label: 'Goûters' },
  { side: 'expense', heading: 'travel', cents: 60_000 },
  { side: 'expense', heading: 'volunteering', cents: 20_000, in_kind: true },
  { side: 'income', funder: 'own', cents: 100_000 },
])
const realised = lines([
  { side: 'expense', heading: 'travel', cents: 75_000 },
  { side: 'expense', heading: 'insurance', cents: 5_000 },
  { side: 'expense', heading: 'food', cents: 20_000 },
  { side: 'expense', heading: 'volunteering', cents: 25_000, in_kind: true },
  { side: 'income', funder: 'own', cents: 100_000 },
])

it('sets what was planned beside what came out, by heading, with the gap in money and in share', () => {
  const [expenses, income, inKind] = compareBudgets(planned, realised)
  expect(expenses!.lines.map(({ key, gapCents, gapBasisPoints }) => [key, gapCents, gapBasisPoints])).toEqual(
    [
      ['insurance', 5_000, null],
      ['travel', 15_000, 2_500],
      ['food', -20_000, -5_000],
    ],
  )
  expect(expenses!.total).toEqual({
    ...{ plannedCents: 100_000, realisedCents: 100_000, gapCents: 0, gapBasisPoints: 0 },
  })
  expect(income!.total.gapCents).toBe(0)
  expect(inKind).toMatchObject({ side: 'expense', inKind: true, total: { gapCents: 5_000 } })
})

it('says nothing of a side that nobody wrote', () => {
  expect(compareBudgets([], [])).toEqual([])
  expect(compareBudgets(planned, []).every(({ inKind, side }) => !(inKind && side === 'income'))).toBe(true)
})
