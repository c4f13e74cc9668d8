import { z } from 'zod'
import { KINDS } from '#packages/referentials/kinds.ts'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')
const kinds = KINDS.map(({ key }) => key) as [string, ...string[]]

/** What is asked before the first page of a form: nothing that it asks again. */
export const startInput = z.strictObject({
  title: text(200),
  organisation: text(200),
  identifier: text(40).transform((typed) => typed.replace(/[\s.]/g, '').slice(0, 20)),
  kind: z.enum(kinds, 'unknown_choice').default('association'),
})

export const visitorInput = z.strictObject({
  email: z
    .string()
    .overwrite(keptText)
    .trim()
    .toLowerCase()
    .min(1, 'missing')
    .max(254, 'too_long')
    .pipe(z.email('email')),
  name: text(120).pipe(z.string().min(1, 'missing')),
})

/** Who is invited to a dossier: for which of its holders, and to do what. */
export const invitedInput = visitorInput.extend({
  organisationId: z
    .union([z.literal(''), z.uuid('unknown_choice')])
    .default('')
    .transform((id) => id || null),
  access: z
    .enum(['', 'write', 'read'], 'unknown_choice')
    .default('')
    .transform((access) => access || 'write'),
})

export type StartInput = z.output<typeof startInput>
export type VisitorInput = z.output<typeof visitorInput>
