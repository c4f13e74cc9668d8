import { z } from 'zod'
import { countriesOf, ZONES } from '#packages/referentials/countries.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { keptText } from '#packages/referentials/text.ts'

/** Whom a project is for, as far as a reader may know about it. */
export const PUBLICS = ['youth', 'children', 'women', 'migrants', 'disabled', 'students'] as const

const sectors = SECTORS.map(({ key }) => key as string)
const countries = ZONES.flatMap(({ key }) => countriesOf(key)).map(({ code }) => code as string)
const known = (all: readonly string[]) =>
  z.array(z.string()).transform((some) => all.filter((one) => some.includes(one)))
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')

/** Messages are keys of dispositifs.json, under `faults`. */
export const instructorInput = z.strictObject({
  name: text(160).min(1, 'missing'),
  email: z.string().trim().toLowerCase().pipe(z.email('email').max(254, 'too_long')),
  organisationId: z.preprocess(emptyIsNull, z.uuid('organisation_unknown').nullable()).default(null),
  organisationName: text(200).default(''),
  sectors: known(sectors).default([]),
  countries: known([...new Set(countries)]).default([]),
  publics: known(PUBLICS).default([]),
  most: z
    .preprocess(
      emptyIsNull,
      z.coerce.number('number').int('whole').min(1, 'too_small').max(1000, 'too_big').nullable(),
    )
    .default(null),
  trainedOn: z.preprocess(emptyIsNull, z.iso.date('not_a_day').nullable()).default(null),
})
export type InstructorInput = z.output<typeof instructorInput>
