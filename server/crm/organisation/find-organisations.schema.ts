import { z } from 'zod'
import { isKind } from '#packages/referentials/kinds.ts'

export const ORGANISATIONS_PER_PAGE = 30

export const organisationSearch = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  kind: z.array(z.string().refine(isKind, 'unknown_choice')).max(5).default([]),
  page: z.coerce.number().int().min(1).max(5000).default(1),
})

export type OrganisationSearch = z.output<typeof organisationSearch>
