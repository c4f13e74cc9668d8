import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
export const messageInput = z.strictObject({
  body: z.string().overwrite(keptText).trim().min(1, 'missing').max(4000, 'too_long'),
})
