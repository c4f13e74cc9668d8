import { normaliseIdentifier } from './normalise-identifier.ts'
import { isRna } from './rna.ts'
import { isSiren } from './siren.ts'
import { isSiret } from './siret.ts'

/** A number standing alone, its figures in groups or not. */
const alone = (number: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])${number}(?![\p{L}\p{N}])`, 'giu')

// The longest first: a SIRET begins with a SIREN.
const NUMBERS = [
  { grouped: alone(String.raw`\d(?:[\s.]*\d){13}`), isValid: isSiret },
  { grouped: alone(String.raw`\d(?:[\s.]*\d){8}`), isValid: isSiren },
  { grouped: alone(String.raw`W[\s.]*\d[\s.]*[\dA-Z](?:[\s.]*\d){7}`), isValid: isRna },
]

/** A text in which SIREN, SIRET and RNA numbers stand as the registers write them, spaces or not between their groups. */
export const joinIdentifiers = (text: string): string =>
  NUMBERS.reduce(
    (joined, { grouped, isValid }) =>
      joined.replace(grouped, (typed) => {
        const number = normaliseIdentifier(typed)
        return isValid(number) ? number : typed
      }),
    text,
  )
