import { z } from 'zod'
import { STATES } from '../lifecycle/lifecycle.ts'

export const DOSSIER_ORDERS = ['number', 'title', 'holder', 'requested', 'state'] as const
export const DOSSIERS_PER_PAGE = 50

/** Figures of the year that lead to their rows. */
export const COUNTED = ['received', 'instructed', 'financed'] as const
export type Counted = (typeof COUNTED)[number]

/** The inbox as its address says it; what is not understood is left out. */
export const dossierSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  states: z
    .array(z.string())
    .catch([])
    .default([])
    .transform((all) => STATES.filter((state) => all.includes(state))),
  /** Somebody's id, « me », or « none ». */
  assignee: z
    .union([z.literal('me'), z.literal('none'), z.uuid()])
    .nullable()
    .catch(null)
    .default(null),
  counted: z.enum(COUNTED).nullable().catch(null).default(null),
  order: z.enum(DOSSIER_ORDERS).catch('number').default('number'),
  down: z.boolean().catch(false).default(false),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

export type DossierSearch = z.output<typeof dossierSearch>
