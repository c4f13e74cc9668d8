import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { isExpenseHeading, isFunder } from './headings.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const label = z.string().overwrite(keptText).trim().max(200, 'too_long').default('')
/** Null: the line was named and its amount is still to be found. */
const cents = z
  .number('number')
  .int('whole')
  .min(0, 'too_small')
  .max(1e13, 'too_big')
  .nullable()
  .default(null)

/** Left to choose is said otherwise than chosen of another list. */
const chosen = (isKnown: (key: string) => boolean, missing: string) =>
  z.string().refine(isKnown, { error: ({ input }) => (input === '' ? missing : 'unknown_choice') })

const common = { label, cents, in_kind: z.boolean().default(false) }

const income = z
  .strictObject({
    side: z.literal('income'),
    ...common,
    funder: chosen(isFunder, 'funder_missing'),
    /** The grant that this file asks for. */
    requested: z.boolean().default(false),
    /** Already promised in writing, or still asked for. */
    acquired: z.boolean().default(false),
  })
  .refine((line) => !(line.requested && line.in_kind), { path: ['requested'], message: 'requested_in_kind' })

const expense = z.strictObject({
  side: z.literal('expense'),
  ...common,
  heading: chosen(isExpenseHeading, 'heading_missing'),
  /** Paid all the same, but not counted by the funder: costs of people above the age it takes. */
  excluded: z.boolean().default(false),
})

export const budgetLine = z.discriminatedUnion('side', [income, expense])
export const budgetLines = z.array(budgetLine).max(120, 'too_many')

export type BudgetLine = z.output<typeof budgetLine>
