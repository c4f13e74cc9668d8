import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { budgetLines } from '../budget/budget.schema.ts'
import { type HeadCount, headCount } from '../head-count/head-count.schema.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
export const reportInput = z.strictObject({
  body: z.string().overwrite(keptText).trim().max(20_000, 'too_long').default(''),
  spentCents: z
    .number('money')
    .int('whole')
    .min(0, 'too_small')
    .max(1e13, 'too_big')
    .nullable()
    .default(null),
  /** Where the form has one: what was spent is then what it comes to. */
  budget: budgetLines.default([]),
  achieved: headCount.nullable().default(null),
})
export type ReportInput = z.output<typeof reportInput>
export type { HeadCount }
