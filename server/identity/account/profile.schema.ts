import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const personName = z
  .string()
  .overwrite(keptText)
  .trim()
  .min(1, 'name_missing')
  .max(200, 'too_long')
  .regex(/^[^\p{Cc}]*$/u, 'too_long')

export const emailAddress = z
  .string()
  .overwrite(keptText)
  .trim()
  .toLowerCase()
  .min(1, 'email_missing')
  .max(254, 'too_long')
  .pipe(z.email('email_wrong'))

export const profileInput = z.strictObject({ name: personName, locale: z.enum(['fr', 'en']) })
