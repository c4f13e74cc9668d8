import { passesLuhn } from './luhn.ts'

export const NARROW_NO_BREAK_SPACE = '\u202f'

// Nine zeros pass the key and name nobody.
export const isSiren = (siren: string): boolean =>
  /^\d{9}$/.test(siren) && siren !== '000000000' && passesLuhn(siren)

/** Groups of three digits; anything that has not nine digits comes back as it is. */
export const formatSiren = (siren: string): string =>
  /^\d{9}$/.test(siren) ? siren.match(/\d{3}/g)!.join(NARROW_NO_BREAK_SPACE) : siren
