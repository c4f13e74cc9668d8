import { z } from 'zod'
import { ALL_KINDS, FAMILIES } from './act.ts'

export const ACTS_PER_PAGE = 30
const LAST_PAGE = 5000

/** Which acts: every list, count and file of them takes these, so that a figure opens on the rows that make it. */
export const actFilters = z.strictObject({
  year: z.number().int().min(1990).max(2200).nullable().default(null),
  month: z.number().int().min(1).max(12).nullable().default(null),
  person: z.uuid().nullable().default(null),
  kind: z
    .enum(ALL_KINDS as readonly [(typeof ALL_KINDS)[number]])
    .nullable()
    .default(null),
  family: z.enum(FAMILIES).nullable().default(null),
  organisation: z.uuid().nullable().default(null),
  /** Organisations accompanied in both families alone. */
  both: z.boolean().default(false),
})
export type ActFilters = z.output<typeof actFilters>
export const NO_FILTER: ActFilters = actFilters.parse({})

export const actSearch = actFilters.extend({
  page: z
    .number()
    .int()
    .min(1)
    .default(1)
    .transform((page) => Math.min(page, LAST_PAGE)),
})
export type ActSearch = z.output<typeof actSearch>
