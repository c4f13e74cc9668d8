import { z } from 'zod'
import { bilingual, key, text } from '../bilingual.schema.ts'
import { formDefinition } from '../form/form.schema.ts'
import { grid } from '../grid/grid.schema.ts'
import { rules } from '../rule/rule.schema.ts'

/** A day of any year: 07-15. */
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not_a_day')

/** A scheme ready to be taken over; what a network changes afterwards is its own. */
export const template = z.strictObject({
  key,
  /** One more each time that what it holds changes: networks that took it are told. */
  version: z.number().int().min(1).default(1),
  code: text(20),
  name: bilingual(120),
  /** Other ways to write its name: two spellings are one scheme. */
  aliases: z.array(text(120)).max(20),
  summary: bilingual(800),
  funder: text(200),
  intake: z.enum(['here', 'elsewhere']),
  intakeUrl: z.url({ protocol: /^https$/ }).nullable(),
  legalText: text(500).nullable(),
  steps: z.strictObject({
    sponsor: z.boolean(),
    national: z.boolean(),
    advance: z.boolean(),
    instruction: z.boolean(),
  }),
  jury: z.enum(['grid', 'simple']),
  rules,
  form: formDefinition,
  grid,
  /** How sessions usually fall: hints for who opens one, never dates of a session. */
  calendar: z
    .array(
      z.strictObject({
        text: bilingual(300),
        opens: monthDay.nullable().default(null),
        closes: monthDay.nullable().default(null),
      }),
    )
    .max(12),
  /** After a session is over; the anonymous counts stay. */
  retentionMonths: z.number().int().min(1).max(240),
})

export type Template = z.output<typeof template>
export type TemplateInput = z.input<typeof template>
