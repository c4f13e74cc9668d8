import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const OUTREACH_KINDS = [
  'information',
  'support',
  'presentation',
  'workshop',
  'stand',
  'sponsor_training',
  'instructor_training',
] as const
export type OutreachKind = (typeof OUTREACH_KINDS)[number]

/** Messages are keys of dispositifs.json, under `follow.faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')
const emptyIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
const count = z.preprocess(
  emptyIsNull,
  z.coerce.number('number').int('number').min(0, 'number').max(1_000_000, 'too_big').nullable(),
)
const ids = z
  .array(z.uuid('unknown_choice'))
  .max(50, 'unknown_choice')
  .transform((all) => [...new Set(all)])

export const outreachInput = z.strictObject({
  kind: z.enum(OUTREACH_KINDS, 'unknown_choice'),
  happenedOn: z.iso.date('day_missing'),
  title: text(200).min(1, 'missing'),
  place: text(200).default(''),
  people: count,
  organisations: count,
  note: text(5000).default(''),
  dispositifs: ids.refine((all) => all.length > 0, 'scheme_missing'),
  colleagues: ids,
})
export type OutreachInput = z.output<typeof outreachInput>
