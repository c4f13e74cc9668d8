import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `follow.faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().min(1, 'missing').max(max, 'too_long')

export const letterInput = z.strictObject({ subject: text(200), body: text(10_000) })
export type LetterInput = z.output<typeof letterInput>
