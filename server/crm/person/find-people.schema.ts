import { z } from 'zod'
import { STANDINGS } from './person.ts'

export const PEOPLE_PER_PAGE = 30
/** Farther, the cost of an offset is paid for nobody. */
const LAST_PAGE = 5000

export const PERSON_SORTS = ['name', 'contact', 'updated'] as const
export type PersonSort = (typeof PERSON_SORTS)[number]

/** Without a real exchange for a year, for three, or ever. */
export const QUIETS = ['1', '3', 'never'] as const

export const personSearch = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  standing: z.enum(STANDINGS).optional(),
  quiet: z.enum(QUIETS).optional(),
  sort: z.enum(PERSON_SORTS).optional(),
  down: z.boolean().optional(),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .transform((page) => Math.min(page, LAST_PAGE)),
})
export type PersonSearch = z.output<typeof personSearch>
