import { passesLuhn } from './luhn.ts'
import { formatSiren, isSiren, NARROW_NO_BREAK_SPACE } from './siren.ts'

// La Poste outgrew the key: its establishments only have digits whose sum is a multiple of five, except the
// seat, numbered before, which follows the common rule.
const LA_POSTE = '356000000'
const LA_POSTE_SEAT = '35600000000048'

const sumOfDigits = (digits: string) => [...digits].reduce((total, digit) => total + Number(digit), 0)

/** The number of the legal unit that an establishment belongs to. */
export const sirenOf = (siret: string): string => siret.slice(0, 9)

export const isSiret = (siret: string): boolean => {
  if (!/^\d{14}$/.test(siret) || !isSiren(sirenOf(siret))) return false
  if (sirenOf(siret) === LA_POSTE && siret !== LA_POSTE_SEAT) return sumOfDigits(siret) % 5 === 0
  return passesLuhn(siret)
}

/** Anything that has not fourteen digits comes back as it is. */
export const formatSiret = (siret: string): string =>
  /^\d{14}$/.test(siret) ? `${formatSiren(sirenOf(siret))}${NARROW_NO_BREAK_SPACE}${siret.slice(9)}` : siret
