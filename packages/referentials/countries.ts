import { COUNTRIES } from './generated/countries.ts'
import type { Label, Locale } from './locale.ts'
import type { GroupingKey, PlainZoneKey, ZoneKey } from './zones.ts'

export { GROUPINGS, ZONES, type ZoneKey, zoneLabel } from './zones.ts'
export { COUNTRIES }

export interface Country extends Label {
  code: string
  zone: PlainZoneKey
  groupings: readonly GroupingKey[]
}

/** Overseas included. */
export const FRANCE = 'FR'

const countries = new Map(COUNTRIES.map((country) => [country.code, country]))

export const isCountry = (code: string): boolean => countries.has(code)

/** The code itself when it is unknown, so that an old record still shows something. */
export const countryName = (code: string, locale: Locale): string => countries.get(code)?.[locale] ?? code

/** Every zone a country is searched by: its own, then the groupings across them. */
export const zonesOf = (code: string): ZoneKey[] => {
  const country = countries.get(code)
  return country ? [country.zone, ...country.groupings] : []
}

export const countriesOf = (zone: ZoneKey): Country[] =>
  COUNTRIES.filter(({ code }) => zonesOf(code).includes(zone))
