import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of projects.json, under `faults`. */
export const pictureWords = z.strictObject({
  alt: z.string().overwrite(keptText).trim().min(1, 'alt_missing').max(300, 'too_long'),
  credit: z.string().overwrite(keptText).trim().max(200, 'too_long').default(''),
})
export type PictureWords = z.output<typeof pictureWords>

export const MOST_PICTURES = 12
