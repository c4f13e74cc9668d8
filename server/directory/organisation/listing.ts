import { countryName, zonesOf as zonesOfCountry } from '#packages/referentials/countries.ts'
import { departmentByCode, departmentName } from '#packages/referentials/departments.ts'
import { type KindKey, kindLabel, type SubkindKey, subkindLabel } from '#packages/referentials/kinds.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'

/** What a network publishes of an organisation: these fields and no other leave the private record. */
export type Publishable = {
  id: string
  slug: string | null
  name: string
  acronym: string | null
  aliases: string[]
  kind: string
  subkind: string | null
  siren: string | null
  rna: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  department: string | null
  lat: number | null
  lon: number | null
  website: string | null
  description: string
  countries: string[]
  sectors: string[]
  sdgs: number[]
  publishedAt: Date | null
  /** At somebody's home: the public reads its commune alone. */
  seatPrivate?: boolean
  verifiedAt?: Date | null
}

const LOCALES: Locale[] = ['fr', 'en']

/** The listing of a record: its public fields, and what can be computed from them once and for all. */
export function listingOf(record: Publishable) {
  const { id, name, acronym, aliases, kind, subkind, address, postalCode, city, department, lat, lon } =
    record
  const { website, description, countries, sectors, sdgs } = record
  return {
    id,
    name,
    acronym,
    aliases,
    kind,
    subkind,
    address: record.seatPrivate ? null : address,
    postalCode,
    city,
    department,
    lat,
    lon,
    website,
    description,
    countries,
    sectors,
    sdgs,
    zones: zonesOf(countries),
    nationalKey: nationalKey(record),
    words: searchedWords(record),
    facets: facetWords(record),
  }
}

/** SIREN, else RNA; never a name or a contact: two homonyms are two organisations. */
export function nationalKey({ siren, rna }: Pick<Publishable, 'siren' | 'rna'>): string | null {
  return siren ? `siren:${siren}` : rna ? `rna:${rna}` : null
}

/** Everything a person may search by: what the record says, and the places and labels it implies, in both languages. */
export function searchedWords(record: Publishable): string {
  const department = record.department ? departmentByCode(record.department) : undefined
  const words = [
    record.name,
    record.acronym,
    ...record.aliases,
    record.city,
    record.postalCode,
    record.department,
    record.department && departmentName(record.department),
    department && regionName(department.region),
    ...LOCALES.flatMap((locale) => [
      kindLabel(record.kind as KindKey, locale),
      record.subkind && subkindLabel(record.subkind as SubkindKey, locale),
      ...record.countries.map((code) => countryName(code, locale)),
      ...record.sectors.map((key) => sectorLabel(key as SectorKey, locale)),
      ...record.sdgs.map((number) => sdgLabel(number, locale)),
    ]),
    record.description,
  ]
  return [...new Set(words.filter(Boolean))].join(' ')
}

/** A facet's value as a word of the search index; the sign `=` keeps it apart from words of texts. */
export const facetWord = (
  facet: 'kind' | 'department' | 'zone' | 'country' | 'sector' | 'sdg',
  value: string | number,
) => `${facet}=${value}`

export function facetWords(record: Publishable): string[] {
  const { kind, department, countries, sectors, sdgs } = record
  return [
    facetWord('kind', kind),
    ...(department ? [facetWord('department', department)] : []),
    ...zonesOf(countries).map((zone) => facetWord('zone', zone)),
    ...countries.map((country) => facetWord('country', country)),
    ...sectors.map((sector) => facetWord('sector', sector)),
    ...sdgs.map((sdg) => facetWord('sdg', sdg)),
  ]
}

const zonesOf = (countries: string[]) => [...new Set(countries.flatMap(zonesOfCountry))]
