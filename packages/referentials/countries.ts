import { COUNTRIES } from './generated/countries.ts'
import type { Label, Locale } from './locale.ts'
import type { ZoneKey } from './zones.ts'

export { ZONES, type ZoneKey, zoneLabel } from './zones.ts'
export { COUNTRIES }

export interface Country extends Label {
  code: string
  zone: ZoneKey
}

const countries = new Map(COUNTRIES.map((country) => [country.code, country]))

export const isCountry = (code: string): boolean => countries.has(code)

/** The code itself when it is unknown, so that an old record still shows something. */
export const countryName = (code: string, locale: Locale): string => countries.get(code)?.[locale] ?? code

export const zoneOf = (code: string): ZoneKey | undefined => countries.get(code)?.zone

export const countriesOf = (zone: ZoneKey): Country[] => COUNTRIES.filter((country) => country.zone === zone)
