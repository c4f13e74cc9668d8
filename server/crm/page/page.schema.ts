import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { organisationFields } from '../organisation/organisation.schema.ts'

const { name, acronym, description, website, email, phone, address, seatPrivate } = organisationFields.shape
const { insee, postalCode, countries, sectors, sdgs } = organisationFields.shape

/** What an organisation sends of its own page; anything else is refused. */
export const pageInput = z
  .strictObject({
    name,
    acronym,
    description,
    website,
    email,
    phone,
    address,
    seatPrivate,
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
