import { z } from 'zod'
import { bilingual, key } from '../bilingual.schema.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const criterion = z
  .strictObject({
    key,
    label: bilingual(200),
    help: bilingual(800).optional(),
    /** What the criterion counts for beside the others, whatever its scale. */
    weight: z.number('number').positive('too_small').max(100, 'too_big'),
    /** The best mark; the worst is nought. */
    max: z.number('number').int('whole').min(1, 'too_small').max(100, 'too_big'),
    commentRequired: z.boolean().default(false),
    /** A mark below it puts the file out, whatever the others. */
    eliminatoryBelow: z.number('number').positive('too_small').nullable().default(null),
  })
  .refine(({ eliminatoryBelow, max }) => eliminatoryBelow === null || eliminatoryBelow <= max, {
    path: ['eliminatoryBelow'],
    message: 'too_big',
  })

export const grid = z.strictObject({
  criteria: z
    .array(criterion)
    .min(1, 'missing')
    .max(30, 'too_many')
    .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'key_twice'),
  /** Points in a hundred between the highest and the lowest review beyond which a sitting should talk. */
  disagreementAbove: z.number('number').min(1, 'too_small').max(100, 'too_big').default(25),
})

export type Grid = z.output<typeof grid>
export type GridInput = z.input<typeof grid>
export type Criterion = Grid['criteria'][number]

const note = z.strictObject({
  score: z.number('number').min(0, 'too_small').nullable().default(null),
  comment: z.string().trim().max(5000, 'too_long').default(''),
})

/** What one instructor gives, criterion by criterion; whole numbers and halves. */
export const scoresFor = ({ criteria }: Grid) =>
  z.record(key, note).superRefine((notes, ctx) => {
    for (const [key, { score }] of Object.entries(notes)) {
      const fault = (message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
      const max = criteria.find((one) => one.key === key)?.max
      if (max === undefined) fault('unknown_choice')
      else if (score !== null && score > max) fault('too_big')
      else if (score !== null && !Number.isInteger(score * 2)) fault('half')
    }
  })

export type Note = z.output<typeof note>
export type Scores = Readonly<Record<string, Note>>
