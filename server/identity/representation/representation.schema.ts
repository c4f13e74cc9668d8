import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { emailAddress, personName } from '../account/profile.schema.ts'

const words = (most: number) => z.string().overwrite(keptText).trim().max(most, 'too_long').default('')

export const representationInput = z.strictObject({
  jobTitle: words(200).pipe(z.string().min(1, 'job_missing')),
  message: words(2000),
  takesOver: z.boolean().default(false),
})
export type RepresentationInput = z.output<typeof representationInput>

export const unknownAsking = representationInput.extend({ name: personName, email: emailAddress })
export type UnknownAsking = z.output<typeof unknownAsking>

export const colleagueInput = z.strictObject({
  name: personName,
  email: emailAddress,
  jobTitle: words(200),
})
export type ColleagueInput = z.output<typeof colleagueInput>

export const refusalInput = z.strictObject({
  reason: words(1000).pipe(z.string().min(1, 'reason_missing')),
})
