import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { STATUSES } from './project.ts'

export const PROJECTS_PER_DESK_PAGE = 30
/** Farther, the cost of an offset is paid for nobody. */
const LAST_PAGE = 5000

export const COUNTED = 'counted'

/** Columns the list can be in the order of. */
export const PROJECT_SORTS = ['title', 'holder', 'country', 'status', 'panorama', 'updated'] as const
export type ProjectSort = (typeof PROJECT_SORTS)[number]

const one = (isKnown: (key: string) => boolean) => z.string().refine(isKnown, 'unknown_choice').optional()

export const projectSearch = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  /** One of them, or all but the abandoned: those that figures count. */
  status: z.enum([...STATUSES, COUNTED]).optional(),
  country: one(isCountry),
  sector: one(isSector),
  /** Drafts or published ones only. */
  shown: z.enum(['draft', 'published']).optional(),
  /** Held by a local authority. */
  authorities: z.boolean().default(false),
  sort: z.enum(PROJECT_SORTS).optional(),
  down: z.boolean().optional(),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .transform((page) => Math.min(page, LAST_PAGE)),
})

export type ProjectSearch = z.output<typeof projectSearch>
