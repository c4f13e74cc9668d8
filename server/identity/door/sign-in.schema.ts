import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Only shape is checked here: whether the account exists must not show. */
export const signInInput = z.strictObject({
  email: z.string().overwrite(keptText).trim().toLowerCase().min(1, 'email_missing').max(254, 'too_long'),
  password: z.string().min(1, 'password_missing').max(1000, 'too_long'),
})

export type SignInInput = z.output<typeof signInInput>
