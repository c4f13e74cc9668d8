import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { countryName, FRANCE, zonesOf as zonesOfCountry } from '#packages/referentials/countries.ts'
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
  insee: string | null
  website: string | null
  email: string | null
  phone: string | null
  formerNames: { name: string }[]
  seatCountry: string
  /** A home: the public reads its commune alone. */
  seatPrivate: boolean
  aggregated: boolean
  shownToNetworks: boolean
  contactable: boolean
  /** A message is relayed; the address itself is shown only by choice. */
  emailShown: boolean
  description: string
  countries: string[]
  sectors: string[]
  sdgs: number[]
  publishedAt: Date | null
  verifiedAt?: Date | null
}

const LOCALES: Locale[] = ['fr', 'en']

/** The listing of a record: its public fields, and what can be computed from them once and for all. */
export function listingOf(record: Publishable) {
  const { id, name, acronym, kind, subkind, city, department, seatCountry, website } = record
  const { description, countries, sectors, sdgs, aggregated, shownToNetworks } = record
  return {
    id,
    name,
    acronym,
    aliases: otherNames(record),
    kind,
    subkind,
    city,
    department,
    seatCountry,
    ...seenPlace(record),
    website,
    ...seenContact(record),
    aggregated,
    shownToNetworks,
    description,
    countries,
    sectors,
    sdgs,
    zones: zonesOf(countries),
    // Without them, no other network is told of it.
    siren: shownToNetworks ? record.siren : null,
    rna: shownToNetworks ? record.rna : null,
    nationalKey: shownToNetworks ? nationalKey(record) : null,
    words: searchedWords(record),
    facets: facetWords(record),
  }
}

/** What it was called is searched and shown as what it is also called. */
const otherNames = ({ aliases, formerNames }: Publishable) => [
  ...new Set([...aliases, ...formerNames.map(({ name }) => name)]),
]

/** Of a home, what its commune tells and nothing else: a postal code is finer than a large town. */
function seenPlace({ seatPrivate, insee, address, postalCode, lat, lon }: Publishable) {
  if (!seatPrivate) return { address, postalCode, lat, lon }
  const commune = insee ? communeByInsee(insee) : undefined
  const [only, ...others] = commune?.postalCodes ?? []
  return {
    address: null,
    postalCode: only && others.length === 0 ? only : null,
    lat: commune?.lat ?? null,
    lon: commune?.lon ?? null,
  }
}

const seenContact = ({ contactable, emailShown, email, phone }: Publishable) =>
  contactable ? { email: emailShown ? email : null, phone } : { email: null, phone: null }

/**
 * SIREN, else RNA; never a name or a contact: two homonyms are two organisations. What it knows by itself:
 * the database adds what other listings tell (db/functions/refresh_listing_identity.sql).
 */
export function nationalKey({ siren, rna }: Pick<Publishable, 'siren' | 'rna'>): string | null {
  return siren ? `siren:${siren}` : rna ? `rna:${rna}` : null
}

/** Each of its identifiers, as identities are spelled. */
export function identifiersOf({ siren, rna }: Pick<Publishable, 'siren' | 'rna'>): string[] {
  return [...(siren ? [`siren:${siren}`] : []), ...(rna ? [`rna:${rna}`] : [])]
}

/** Everything a person may search by: what the record says, and the places and labels it implies, in both languages. */
export function searchedWords(record: Publishable): string {
  const department = record.department ? departmentByCode(record.department) : undefined
  const words = [
    record.name,
    record.acronym,
    ...otherNames(record),
    record.city,
    seenPlace(record).postalCode,
    record.department,
    record.department && departmentName(record.department),
    department && regionName(department.region),
    ...LOCALES.flatMap((locale) => [
      kindLabel(record.kind as KindKey, locale),
      record.subkind && subkindLabel(record.subkind as SubkindKey, locale),
      record.seatCountry !== FRANCE && countryName(record.seatCountry, locale),
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
