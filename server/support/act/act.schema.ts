import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { ALL_KINDS, CHANNELS, familyOf, type Kind, MOST_MINUTES } from './act.ts'
import { readDuration } from './read-duration.ts'

/** Messages are keys of support.json, under `faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')
const day = (message: string) => z.string().refine((value) => isDay(value), message)
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
  )
}

export const actInput = z
  .strictObject({
    organisations: z
      .array(z.uuid())
      .min(1, 'organisation_missing')
      .max(20, 'too_many')
      .transform((ids) => [...new Set(ids)]),
    happenedOn: day('day'),
    minutes: z
      .string()
      .transform((said) => readDuration(said) ?? 0)
      .or(z.number().int())
      .refine((minutes) => minutes >= 1 && minutes <= MOST_MINUTES, 'duration'),
    kind: z.enum(ALL_KINDS as readonly [Kind, ...Kind[]], 'kind_missing'),
    channel: z.preprocess(emptyIsNull, z.enum(CHANNELS, 'unknown_choice').nullable()).default(null),
    topic: text(200),
    projectId: z.preprocess(emptyIsNull, z.uuid('unknown_choice').nullable()).default(null),
    agreed: text(5000),
    note: text(5000),
    nextStep: text(300),
    nextOn: z.preprocess(emptyIsNull, day('day').nullable()).default(null),
  })
  .superRefine(({ nextOn, nextStep }, ctx) => {
    if (nextOn && !nextStep) ctx.addIssue({ code: 'custom', path: ['nextStep'], message: 'next_missing' })
  })
  .transform((input) => ({ ...input, family: familyOf(input.kind) }))

export type ActInput = z.output<typeof actInput>
