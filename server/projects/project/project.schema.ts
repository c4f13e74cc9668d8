import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { isKind } from '#packages/referentials/kinds.ts'
import { isSdg } from '#packages/referentials/sdgs.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { keptText } from '#packages/referentials/text.ts'
import { BANDS, STATUSES, textsThatLocate, VISIBILITIES } from './project.ts'

/** Messages are keys of projects.json, under `faults`: the page says them at the field, in the reader's language. */
const typed = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')

const optional = (max: number) =>
  typed(max)
    .transform((value) => value || null)
    .nullable()
    .default(null)

const list = (isKnown: (key: string) => boolean) =>
  z
    .array(z.string())
    .max(100, 'too_many')
    .default([])
    .transform((values) => [...new Set(values)])
    .refine((values) => values.every(isKnown), 'unknown_choice')

const organisations = z
  .array(z.uuid('unknown_choice'))
  .max(20, 'too_many')
  .transform((values) => [...new Set(values)])

const day = z.iso.date('not_a_day').nullable().default(null)
const cents = z.number().int('amount').min(0, 'amount').max(1e13, 'amount').nullable().default(null)
const country = optional(2).refine((value) => value === null || isCountry(value), 'unknown_choice')

const partnerThere = z.strictObject({
  name: typed(200).min(1, 'partner_name_missing'),
  kind: optional(40).refine((value) => value === null || isKind(value), 'unknown_choice'),
  place: optional(120),
  country,
})

export const projectFields = z.strictObject({
  title: typed(200).min(1, 'title_missing'),
  summary: typed(400).default(''),
  body: typed(10_000).default(''),
  /** Organisations of the network; the first leads. */
  holders: organisations.refine((values) => values.length > 0, 'holder_missing'),
  partnersHere: organisations.default([]),
  partnersThere: z.array(partnerThere).max(20, 'too_many').default([]),
  /** The first is the main one. */
  countries: list(isCountry),
  place: optional(120),
  lat: z.number().min(-90, 'point').max(90, 'point').nullable().default(null),
  lon: z.number().min(-180, 'point').max(180, 'point').nullable().default(null),
  countryOnly: z.boolean().default(false),
  sectors: list(isSector),
  sdgs: z
    .array(z.coerce.number())
    .max(17, 'too_many')
    .default([])
    .transform((values) => [...new Set(values)].sort((a, b) => a - b))
    .refine((values) => values.every(isSdg), 'unknown_choice'),
  startedOn: day,
  endedOn: day,
  status: z.enum(STATUSES, 'unknown_choice').default('running'),
  budgetCents: cents,
  budgetBand: z.enum(BANDS, 'unknown_choice').nullable().default(null),
  funding: z
    .array(z.strictObject({ funder: typed(200).min(1, 'funder_missing'), amountCents: cents }))
    .max(20, 'too_many')
    .default([]),
  results: typed(5000).default(''),
  visibility: z.enum(VISIBILITIES, 'unknown_choice').default('public'),
})

/** A whole project as a person gives it: what staff save, and what a member proposes. */
export const projectInput = projectFields.superRefine((values, ctx) => {
  const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (values.startedOn && values.endedOn && values.endedOn < values.startedOn) fault('endedOn', 'ends_before')
  if ((values.lat === null) !== (values.lon === null)) fault('point', 'point')
  if (values.partnersHere.some((id) => values.holders.includes(id))) fault('partnersHere', 'holds_already')
  if (values.countryOnly) for (const text of textsThatLocate(values)) fault(text, 'locates')
})

export type ProjectInput = z.output<typeof projectInput>
