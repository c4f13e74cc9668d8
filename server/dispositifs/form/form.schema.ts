import { z } from 'zod'
import { bilingual, key } from '../bilingual.schema.ts'
import { faultsOfDefinition } from './definition-faults.ts'

export const FIELD_TYPES = [
  'title',
  'short_text',
  'long_text',
  'email',
  'phone',
  'number',
  'money',
  'yes_no',
  'date',
  'period',
  'place',
  'country',
  'countries',
  'sectors',
  'sdgs',
  'choice',
  'choices',
  'organisation',
  'partners',
  'head_count',
  'budget',
  'file',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What the rules and the columns of a dossier take from its answers: one field each, but documents. */
export const FACTS = [
  'title',
  'summary',
  'youngest',
  'oldest',
  'planned',
  'budget',
  'requested',
  'period',
  'starts_on',
  'ends_on',
  'action_days',
  'countries',
  'place',
  'sponsor',
  'sectors',
  'sdgs',
  'document',
] as const
export type Fact = (typeof FACTS)[number]

/** On a field that stands earlier; a field that is itself hidden answers nothing. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({ field: key, is: z.literal('filled') }),
  z.strictObject({
    field: key,
    is: z.literal('equals'),
    value: z.union([z.string().max(200), z.number(), z.boolean()]),
  }),
  z.strictObject({
    field: key,
    is: z.literal('one_of'),
    values: z.array(z.string().max(200)).min(1).max(60),
  }),
  z.strictObject({ field: key, is: z.literal('at_least'), value: z.number() }),
])

export const field = z.strictObject({
  key,
  type: z.enum(FIELD_TYPES, 'unknown_choice'),
  label: bilingual(300),
  help: bilingual(1000).optional(),
  required: z.boolean().default(false),
  /** Of a text, in characters. */
  maxLength: z.number().int().min(1).max(20_000).optional(),
  /** Of a number or an amount (cents); `max` is also how many files, partners, choices. */
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z
    .array(z.strictObject({ value: key, label: bilingual(200) }))
    .max(60, 'too_many')
    .optional(),
  showIf: condition.optional(),
  fact: z.enum(FACTS).optional(),
  /** Says who the holder is: hidden where files are read without names. */
  identifies: z.boolean().optional(),
})

export const section = z.strictObject({
  key,
  title: bilingual(200),
  intro: bilingual(1000).optional(),
  showIf: condition.optional(),
  fields: z.array(field).min(1, 'section_empty').max(60, 'too_many'),
})

/** A form that is being written: a section may still be empty, and a condition look at what was removed. */
export const looseForm = z.strictObject({
  sections: z.array(section.extend({ fields: z.array(field).max(60, 'too_many') })).max(30, 'too_many'),
})

export const formDefinition = z
  .strictObject({ sections: z.array(section).min(1, 'missing').max(30, 'too_many') })
  .superRefine((definition, ctx) => {
    for (const { path, message } of faultsOfDefinition(definition.sections))
      ctx.addIssue({ code: 'custom', path: ['sections', ...path], message })
  })

export type FormDefinition = z.output<typeof formDefinition>
export type FormInput = z.input<typeof formDefinition>
export type Section = z.output<typeof section>
export type SectionInput = z.input<typeof section>
export type Field = z.output<typeof field>
export type FieldInput = z.input<typeof field>
export type Condition = z.output<typeof condition>
