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
/** Why the team refuses, as it is kept; whether one is needed is the act's to say. */
export const reasonInput = z
  .string()
  .overwrite(keptText)
  .trim()
  .transform((text) => text.slice(0, 1000))
