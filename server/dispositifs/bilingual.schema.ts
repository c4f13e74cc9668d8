import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
export const text = (max: number) =>
  z.string().overwrite(keptText).trim().min(1, 'missing').max(max, 'too_long')

/** What staff or a template writes for its readers: parameters, hence never in the translations. */
export const bilingual = (max: number) => z.strictObject({ fr: text(max), en: text(max) })

export type Bilingual = z.output<ReturnType<typeof bilingual>>

/** By which a field, a rule, a criterion is known for as long as a revision of it is. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'key')
  // Every object has one: an answer by that name would never be empty.
  .refine((value) => value !== 'constructor', 'key')

export const whole = (most: number) =>
  z.number('number').int('whole').min(0, 'too_small').max(most, 'too_big')
