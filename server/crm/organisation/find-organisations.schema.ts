import { z } from 'zod'
import { organisationFilters } from './organisation-filters.ts'

export const ORGANISATIONS_PER_PAGE = 30
/** Farther, the cost of an offset is paid for nobody. */
const LAST_PAGE = 5000

/** Columns the list can be in the order of. */
export const ORGANISATION_SORTS = ['name', 'type', 'place', 'directory', 'updated', 'relevance'] as const
export type OrganisationSort = (typeof ORGANISATION_SORTS)[number]

export const organisationSearch = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  ...organisationFilters.shape,
  sort: z.enum(ORGANISATION_SORTS).optional(),
  down: z.boolean().optional(),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .default(1)
    .transform((page) => Math.min(page, LAST_PAGE)),
})

export type OrganisationSearch = z.output<typeof organisationSearch>
