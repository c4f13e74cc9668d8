import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

const written = (most: number, missing: string) =>
  z.string().overwrite(keptText).trim().min(1, missing).max(most, 'too_long')

/** More links than a person puts in a first message. */
const MOST_LINKS = 2
const linksIn = (text: string) => text.match(/https?:\/\/|www\./gi)?.length ?? 0

const email = z
  .string()
  .overwrite(keptText)
  .trim()
  .toLowerCase()
  .min(1, 'email_missing')
  .max(254, 'too_long')
  .pipe(z.email('email'))

export const messageInput = z.strictObject({
  name: written(100, 'contact_missing'),
  email,
  subject: written(150, 'subject_missing').refine((text) => linksIn(text) === 0, 'too_many_links'),
  body: written(5000, 'body_missing').refine((text) => linksIn(text) <= MOST_LINKS, 'too_many_links'),
})
export type MessageInput = z.output<typeof messageInput>

export const correctionInput = z.strictObject({
  text: written(2000, 'body_missing').refine((text) => linksIn(text) <= MOST_LINKS, 'too_many_links'),
  email: z
    .literal('')
    .transform(() => null)
    .or(email),
})
export type CorrectionInput = z.output<typeof correctionInput>
