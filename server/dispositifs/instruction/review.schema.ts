import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const REVIEW_OPINIONS = ['favourable', 'reservations', 'unfavourable'] as const
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')

/** Messages are keys of dispositifs.json, under `faults`. Scores are judged against the grid of the session. */
export const reviewInput = z.strictObject({
  scores: z.record(z.string(), z.unknown()).default({}),
  opinion: z.preprocess(
    (value) => (value ? value : null),
    z.enum(REVIEW_OPINIONS, 'unknown_choice').nullable(),
  ),
  comment: text(5000),
  amountCents: z.number('money').int().min(0, 'money').max(1e12, 'too_big').nullable().default(null),
  privateNote: text(5000),
})
export type ReviewInput = z.output<typeof reviewInput>
