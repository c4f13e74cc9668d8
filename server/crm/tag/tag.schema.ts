import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Never alone: a tag is read by its name, its colour only helps the eye. */
export const TAG_COLOURS = ['grey', 'green', 'blue', 'violet', 'red', 'ochre'] as const
export const LONGEST_TAG = 60

export const tagName = z.string().overwrite(keptText).trim().min(1, 'tag_empty').max(LONGEST_TAG, 'too_long')
export const tagInput = z.strictObject({ name: tagName, colour: z.enum(TAG_COLOURS, 'unknown_choice') })
export type TagInput = z.output<typeof tagInput>
