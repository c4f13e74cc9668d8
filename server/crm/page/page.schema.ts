import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { organisationFields } from '../organisation/organisation.schema.ts'

const { name, acronym, description, website, address, insee, postalCode, countries, sectors, sdgs } =
  organisationFields.shape

const written = (most: number) =>
  z
    .string()
    .overwrite(keptText)
    .trim()
    .max(most, 'too_long')
    .transform((value) => value || null)
    .nullable()
    .default(null)

export const publicEmail = written(254)
  .transform((value) => value?.toLowerCase() ?? null)
  .refine((value) => value === null || z.email().safeParse(value).success, 'email')

/** As people write it: spaces, dots, a country's sign; ten digits or so. */
export const publicPhone = written(30).refine(
  (value) =>
    value === null || (/^\+?[\d .()-]+$/.test(value) && /^\d{8,15}$/.test(value.replaceAll(/\D/g, ''))),
  'phone',
)

/** What an organisation sends of its own page; anything else is refused. */
export const pageInput = z
  .strictObject({
    name,
    acronym,
    description,
    website,
    email: publicEmail,
    phone: publicPhone,
    address,
    seatPrivate: z.boolean().default(false),
    insee,
    postalCode,
    countries,
    sectors,
    sdgs,
  })
  .transform(({ insee, postalCode, ...page }) => ({
    ...page,
    commune: insee ? { insee, postalCode } : null,
  }))

export const noteInput = z.string().overwrite(keptText).trim().max(2000, 'too_long').default('')
export const reasonInput = z
  .string()
  .overwrite(keptText)
  .trim()
  .min(1, 'reason_missing')
  .max(1000, 'too_long')
