import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
export const correctionInput = z.strictObject({
  fields: z.array(z.string().max(60)).min(1, 'fields_missing').max(200, 'too_many'),
  reason: z.string().overwrite(keptText).trim().min(3, 'reason_missing').max(2000, 'too_long'),
  dueOn: z.iso.date('not_a_day'),
})
export type CorrectionInput = z.output<typeof correctionInput>

export const correctionAnswer = z.string().overwrite(keptText).trim().max(2000, 'too_long')
