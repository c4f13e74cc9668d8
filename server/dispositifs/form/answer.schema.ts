import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { isDepartment } from '#packages/referentials/departments.ts'
import { isSdg } from '#packages/referentials/sdgs.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { keptText } from '#packages/referentials/text.ts'
import { budgetLines } from '../budget/budget.schema.ts'
import { headCount } from '../head-count/head-count.schema.ts'
import type { Field, FieldType } from './form.schema.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const typed = (max: number) => z.string('text').overwrite(keptText).trim().max(max, 'too_long')
const optional = (max: number) => typed(max).nullable().default(null)
const day = z.iso.date('not_a_day')
const country = z.string().refine(isCountry, 'unknown_choice')

/** « 12,5 » is a number to whoever types it. */
const asNumber = (value: unknown) =>
  typeof value === 'string' && /^[\s\u202f\u00a0]*-?\d[\d\s\u202f\u00a0]*([.,]\d+)?\s*$/.test(value)
    ? Number(value.replace(/[\s\u202f\u00a0]/g, '').replace(',', '.')) + 0
    : value

const bounded = ({ min = 0, max = 1e13 }: Field) =>
  z.number('number').min(min, 'too_small').max(max, 'too_big')

const unique = (isKnown: (value: string) => boolean, most: number) =>
  z
    .array(z.string())
    .transform((values) => [...new Set(values)])
    .refine((values) => values.every(isKnown), 'unknown_choice')
    .refine((values) => values.length <= most, 'too_many')

const isChoiceOf = (field: Field) => (value: string) =>
  field.choices?.some((choice) => choice.value === value) === true

const period = z
  .strictObject({ from: day.nullable().default(null), to: day.nullable().default(null) })
  .refine(({ from, to }) => !from || !to || from <= to, 'ends_before')

const place = z.strictObject({
  label: typed(200),
  insee: optional(5),
  department: optional(3).refine((code) => code === null || isDepartment(code), 'unknown_choice'),
  country: country.nullable().default(null),
})

/** Picked among those the network knows, or a name that staff will look for. */
const organisation = z.strictObject({
  id: z.uuid('unknown_choice').nullable().default(null),
  name: typed(200),
})

const partner = z.strictObject({
  name: typed(200).min(1, 'partner_name_missing'),
  kind: optional(40),
  place: optional(120),
  country: country.nullable().default(null),
  role: optional(500),
})

const file = z.strictObject({ id: z.uuid('unknown_choice'), name: typed(300) })

const SCHEMAS: Record<FieldType, (field: Field) => z.ZodType> = {
  title: ({ maxLength = 200 }) => typed(maxLength),
  short_text: ({ maxLength = 300 }) => typed(maxLength),
  long_text: ({ maxLength = 5000 }) => typed(maxLength),
  email: () => typed(254).pipe(z.email('email')),
  phone: () => typed(30).regex(/^\+?[\d\s\u00a0\u202f().-]{6,30}$/, 'phone'),
  number: (field) => z.preprocess(asNumber, bounded(field)),
  money: (field) => bounded(field).int('whole'),
  yes_no: () =>
    z.preprocess((value) => (value === 'yes' ? true : value === 'no' ? false : value), z.boolean('yes_no')),
  date: () => day,
  period: () => period,
  place: () => place,
  country: () => country,
  countries: ({ max = 50 }) => unique(isCountry, max),
  sectors: ({ max = 18 }) => unique(isSector, max),
  sdgs: ({ max = 17 }) =>
    z
      .array(z.coerce.number())
      .transform((values) => [...new Set(values)].sort((a, b) => a - b))
      .refine((values) => values.every(isSdg), 'unknown_choice')
      .refine((values) => values.length <= max, 'too_many'),
  choice: (field) => z.string().refine(isChoiceOf(field), 'unknown_choice'),
  choices: (field) => unique(isChoiceOf(field), field.max ?? 60),
  organisation: () => organisation,
  partners: ({ max = 30 }) => z.array(partner).max(max, 'too_many'),
  head_count: () => headCount,
  budget: () => budgetLines,
  file: ({ max = 5 }) => z.array(file).max(max, 'too_many'),
}

/** Making a schema costs more than reading an answer by it, and a list reads fifty files of one form. */
const made = new WeakMap<Field, z.ZodType>()

/** What a field takes as its answer. */
export function answerSchemaOf(field: Field): z.ZodType {
  const known = made.get(field)
  if (known) return known
  const schema = SCHEMAS[field.type](field)
  made.set(field, schema)
  return schema
}

export type Answers = Readonly<Record<string, unknown>>
export type Period = z.output<typeof period>
export type Place = z.output<typeof place>
export type OrganisationAnswer = z.output<typeof organisation>
export type PartnerAnswer = z.output<typeof partner>
export type FileAnswer = z.output<typeof file>
