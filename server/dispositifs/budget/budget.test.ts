import { describe, expect, it } from 'vitest'
import { type BudgetLine, budgetLine } from './budget.schema.ts'
import { basisPoints, budgetOf } from './budget.ts'

const income = (cents: number | null, more: object = {}) =>
  budgetLine.parse({ side: 'income', funder: 'own', cents, ...more })
const expense = (cents: number | null, more: object = {}) =>
  budgetLine.parse({ side: 'expense', heading: 'purchases', cents, ...more })
const request = (cents: number) => income(cents, { funder: 'dispositif', requested: true })

/** An ISI: 4,000 euros of 5,714.29, and 1,200 euros of volunteer time on both sides. */
const ISI: BudgetLine[] = [
  request(400_000),
  income(171_429),
  income(120_000, { funder: 'volunteering', in_kind: true }),
  expense(371_429),
  expense(200_000, { heading: 'fees' }),
  expense(120_000, { heading: 'volunteering', in_kind: true }),
]

describe('A budget', () => {
  it('counts cash and what is valued in kind apart, on both sides', () => {
    expect(budgetOf(ISI)).toMatchObject({
      income: { cashCents: 571_429, inKindCents: 120_000 },
      expense: { cashCents: 571_429, inKindCents: 120_000 },
      ...{ balanced: true, gapCents: 0, requestedCents: 400_000, shareBasisPoints: 7000 },
    })
  })

  it('takes the share of cash alone: volunteer time does not make room for more', () => {
    const cash = ISI.filter(({ in_kind }) => !in_kind)
    expect(budgetOf(cash).shareBasisPoints).toBe(budgetOf(ISI).shareBasisPoints)
  })

  it('leaves out of the base what the funder does not count: costs of people above thirty', () => {
    const withAdults = [...ISI, expense(100_000, { heading: 'travel', excluded: true }), income(100_000)]
    expect(budgetOf(withAdults)).toMatchObject({
      ...{ balanced: true, excludedCents: 100_000, baseCents: 571_429, shareBasisPoints: 7000 },
    })
  })

  it('says by how much it does not balance, and which way', () => {
    expect(budgetOf([income(90_000), expense(100_000)])).toMatchObject({ balanced: false, gapCents: -10_000 })
    expect(budgetOf([...ISI, expense(5_000, { in_kind: true })])).toMatchObject({
      ...{ balanced: false, gapCents: 0, inKindGapCents: -5_000 },
    })
  })

  it.each([
    [700_000, 1_000_000, 7000],
    [700_001, 1_000_000, 7001],
    [699_999, 1_000_000, 7000],
    [1, 3, 3334],
    [7e12, 1e13, 7000],
    [7e12 + 1, 1e13, 7001],
    [500, 0, null],
  ])('reads %d on %d as %s basis points, a hair over never hidden', (part, whole, share) => {
    expect(basisPoints(part, whole)).toBe(share)
  })

  it('counts a line without amount for nothing, and an empty budget for nothing', () => {
    expect(budgetOf([expense(null), income(null)])).toMatchObject({ balanced: true, shareBasisPoints: null })
    expect(budgetOf([])).toMatchObject({ balanced: true, requestedCents: 0, shareBasisPoints: null })
  })

  it('refuses half cents, debts, unknown headings, and a grant asked for in kind', () => {
    const refused = [
      { side: 'expense', heading: 'travel', cents: 10.5 },
      { side: 'expense', heading: 'travel', cents: -1 },
      { side: 'expense', heading: 'bribes', cents: 1 },
      { side: 'income', funder: 'dispositif', cents: 1, requested: true, in_kind: true },
      { side: 'expense', heading: 'travel', cents: 1, requested: true },
    ]
    for (const line of refused) expect(budgetLine.safeParse(line).success).toBe(false)
  })
})
