import { z } from 'zod'

const said = (max: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.slice(0, max) || null)
    .nullable()
    .default(null)

/** What a form holds while it is being filled: anything is taken, what cannot be compared is left out. */
export const soughtOrganisation = z.strictObject({
  name: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 200)),
  acronym: said(40),
  insee: said(5),
  postalCode: said(5),
  siren: said(40),
  rna: said(40),
})
