import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const LONGEST_NOTE = 5000

/** Messages are keys of crm.json, under `faults`. */
export const noteInput = z
  .string()
  .overwrite(keptText)
  .trim()
  .min(1, 'note_empty')
  .max(LONGEST_NOTE, 'too_long')
