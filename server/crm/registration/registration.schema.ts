import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { organisationFields, organisationRules } from '../organisation/organisation.schema.ts'

const { name, kind, subkind, insee, postalCode, siren, rna, website, description } = organisationFields.shape

const words = (most: number) => z.string().overwrite(keptText).trim().max(most, 'too_long').default('')

/** An organisation that nobody registered yet, and who asks for it. */
export const registrationInput = z
  .strictObject({
    name,
    kind,
    subkind,
    insee,
    postalCode,
    siren,
    rna,
    website,
    description,
    contactName: words(200).pipe(z.string().min(1, 'contact_missing')),
    contactEmail: z
      .string()
      .overwrite(keptText)
      .trim()
      .toLowerCase()
      .min(1, 'email_missing')
      .max(254, 'too_long')
      .pipe(z.email('email')),
    contactFunction: words(200),
    message: words(2000),
  })
  .superRefine(organisationRules)
export type RegistrationInput = z.output<typeof registrationInput>
