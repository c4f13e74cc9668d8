import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** What the team says of a dossier beside its form. The first organisation leads. */
export const dossierInput = z.strictObject({
  holders: z
    .array(z.uuid('unknown_choice'))
    .min(1, 'holder_missing')
    .max(10, 'too_many')
    .transform((ids) => [...new Set(ids)]),
  externalNumber: z.preprocess(emptyIsNull, z.string().trim().max(80, 'too_long').nullable()).default(null),
  externalStatus: text(120),
  sponsorId: z.preprocess(emptyIsNull, z.uuid('unknown_choice').nullable()).default(null),
  assigneeId: z.preprocess(emptyIsNull, z.uuid('unknown_choice').nullable()).default(null),
})

export type DossierInput = z.output<typeof dossierInput>
export type RawAnswers = Record<string, unknown>

export const moveReason = text(2000)
export const waiverInput = z.strictObject({
  ruleKey: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'key'),
  reason: z.string().overwrite(keptText).trim().min(3, 'reason_missing').max(1000, 'too_long'),
})
