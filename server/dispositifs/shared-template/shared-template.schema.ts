import { z } from 'zod'
import { key, text } from '../bilingual.schema.ts'
import { formDefinition } from '../form/form.schema.ts'
import { grid } from '../grid/grid.schema.ts'
import { LETTERS } from '../letter/letter.ts'
import { STEPS } from '../lifecycle/lifecycle.ts'
import { rules } from '../rule/rule.schema.ts'

const maybe = (max: number) => z.string().max(max).default('')

/** A version of a template, whole: what it asks and by which rules. Never a call, a file, a contact or a person. */
export const sharedTemplate = z.strictObject({
  code: text(20),
  name: text(200),
  aliases: z.array(z.string().max(120)).max(20).default([]),
  summary: maybe(600),
  funder: maybe(200),
  legalText: maybe(2000),
  intake: z.enum(['here', 'elsewhere']),
  intakeUrl: z.string().max(500).nullable(),
  /** The ready template of the product it once came from: figures count it with those. */
  model: key.nullable(),
  /** What a call is proposed with. */
  steps: z.array(z.enum(STEPS)),
  jury: z.enum(['grid', 'simple']),
  retentionMonths: z.number().int().min(6).max(240),
  form: formDefinition,
  rules,
  grid,
  /** Only those that were written anew, and only where who shares them says so. */
  letters: z
    .array(
      z.strictObject({ key: z.enum(LETTERS), subject: z.string().max(200), body: z.string().max(10_000) }),
    )
    .default([]),
})

export type SharedTemplate = z.output<typeof sharedTemplate>

/** What of the presentation follows the template, where the network left it as it was. */
export const FOLLOWED = ['name', 'aliases', 'summary', 'funder', 'legalText', 'intakeUrl'] as const
export type Followed = (typeof FOLLOWED)[number]
