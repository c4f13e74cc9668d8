import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { LONGEST, TEXTS } from './text.ts'

export const textName = z.object({ key: z.enum(TEXTS), locale: z.enum(['fr', 'en']) })
export type TextName = z.output<typeof textName>

export const textInput = textName.extend({
  body: z.string().transform(keptText).pipe(z.string().max(LONGEST, 'too_long')),
})
export type TextInput = z.output<typeof textInput>
