import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const reason = z.string().overwrite(keptText).trim().min(3, 'reason_missing').max(2000, 'too_long')

export const mergeInput = z.strictObject({ other: z.uuid('unknown_choice'), reason })
export const transferInput = z.strictObject({ session: z.uuid('unknown_choice'), reason })
