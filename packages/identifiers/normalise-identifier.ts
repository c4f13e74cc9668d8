/** As the registers write it: `siren`, `siret` and `rna` judge only numbers in this form. */
export const normaliseIdentifier = (typed: string): string => typed.replace(/[\s.]/g, '').toUpperCase()
