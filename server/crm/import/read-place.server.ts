import {
  communeByInsee,
  communesByPostalCode,
  communesNamed,
} from '#packages/referentials/communes.server.ts'
import { foldValue } from './recognise.ts'
import { remembered } from './remembered.ts'

export type SaidPlace = { city: string; postalCode: string; insee: string; department: string }

/** « NIORT CEDEX 9 », « Paris 11e »: what is not the commune's name is left out. */
const bareCity = (city: string) =>
  city
    .replace(/\bcedex\b.*$/i, '')
    .replace(/\s+\d{1,2}\s*(?:e|er|ème|eme)?(?:\s+arrondissement)?\s*$/i, '')
    .trim()

/** How one place is told from another when it is asked once. */
export const placeKey = ({ city, postalCode, department }: SaidPlace) =>
  [foldValue(city), postalCode || department].filter(Boolean).join(' ')

/** The commune that is meant, when there is no doubt. */
export function communeOf({ city, postalCode, insee, department }: SaidPlace): string | null {
  if (insee) return communeByInsee(insee)?.insee ?? null
  if (!city) {
    const there = communesByPostalCode(postalCode)
    return there.length === 1 ? there[0]!.insee : null
  }
  return namedThere([city, postalCode, department].join(APART))
}

/** No cell holds it. */
const APART = '\0'

const namedThere = remembered((said) => {
  const [city = '', postalCode = '', department = ''] = said.split(APART)
  const name = bareCity(city)
  const exact = postalCode ? communesNamed(name, postalCode) : []
  if (exact.length > 0) return exact[0]!.insee
  const around = department || departmentOfCode(postalCode)
  const named = communesNamed(name).filter((one) => !around || one.department === around)
  // Without a département, a name that several communes bear is a doubt.
  return named.length === 1 ? named[0]!.insee : null
})

export function departmentOfCode(postalCode: string): string {
  if (!/^\d{5}$/.test(postalCode)) return ''
  if (postalCode.startsWith('20')) return Number(postalCode) < 20200 ? '2A' : '2B'
  return /^9[78]/.test(postalCode) ? postalCode.slice(0, 3) : postalCode.slice(0, 2)
}
