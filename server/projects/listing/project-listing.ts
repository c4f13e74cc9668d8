import type { ListedPicture, PartnerThere } from '#db/schema/projects.ts'
import { countryName, zonesOf as zonesOfCountry } from '#packages/referentials/countries.ts'
import { type KindKey, kindLabel } from '#packages/referentials/kinds.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import { bandOf } from '../project/project.ts'

/** An organisation of the network around a project; `told` when everybody may read its name. */
export type Around = { id: string; name: string; acronym: string | null; kind: string; told: boolean }

/** What a network publishes of a project: these fields and no other leave the private record. */
export type PublishableProject = {
  id: string
  title: string
  summary: string
  body: string
  results: string
  countries: string[]
  place: string | null
  lat: number | null
  lon: number | null
  countryOnly: boolean
  sectors: string[]
  sdgs: number[]
  status: string
  startedOn: string | null
  endedOn: string | null
  budgetCents: number | null
  budgetBand: string | null
  holders: Around[]
  partnersHere: Around[]
  partnersThere: { name: string; kind: string | null; place: string | null; country: string | null }[]
  funders: string[]
  pictures: ListedPicture[]
}

const LOCALES: Locale[] = ['fr', 'en']

/**
 * The listing of a project. With the country only, nothing nearer than a country is in any of its
 * fields, its searched words included: no place, no point, no partner's name or town.
 */
export function projectListingOf(record: PublishableProject) {
  const { id, title, summary, body, results, countries, countryOnly, sectors, sdgs, status } = record
  const { startedOn, endedOn, funders, pictures } = record
  const where = countryOnly
    ? { place: null, lat: null, lon: null }
    : { place: record.place, lat: record.lat, lon: record.lon }
  const partnersThere: PartnerThere[] = countryOnly
    ? record.partnersThere.map(({ kind, country }) => ({ name: null, kind, place: null, country }))
    : record.partnersThere
  const published = { id, title, summary, body, results, countries, countryOnly, ...where, sectors, sdgs }
  const holderKinds = [...new Set(record.holders.map(({ kind }) => kind))]
  const told = { ...published, partnersThere, holderKinds, status, startedOn, endedOn, funders, pictures }
  return {
    ...told,
    zones: zonesOf(countries),
    budgetBand: bandOf(record),
    holders: record.holders.map((one) => one.id),
    partnersHere: record.partnersHere.map((one) => one.id),
    words: searchedWords(told, [...record.holders, ...record.partnersHere]),
    facets: facetWords(told),
  }
}

type Told = Pick<
  PublishableProject,
  'title' | 'summary' | 'body' | 'results' | 'countries' | 'place' | 'sectors' | 'sdgs' | 'status' | 'funders'
> & { partnersThere: PartnerThere[]; holderKinds: string[] }

/** Everything a person may search by, in both languages. */
function searchedWords(told: Told, around: Around[]): string {
  const words = [
    told.title,
    told.summary,
    told.place,
    ...around.filter(({ told }) => told).flatMap(({ name, acronym }) => [name, acronym]),
    ...told.partnersThere.flatMap(({ name, place }) => [name, place]),
    ...told.funders,
    ...LOCALES.flatMap((locale) => [
      ...told.countries.map((code) => countryName(code, locale)),
      ...told.sectors.map((key) => sectorLabel(key as SectorKey, locale)),
      ...told.sdgs.map((number) => sdgLabel(number, locale)),
      ...told.holderKinds.map((kind) => kindLabel(kind as KindKey, locale)),
    ]),
    told.body,
    told.results,
  ]
  return [...new Set(words.filter(Boolean))].join(' ')
}

export type WordFacet = 'kind' | 'zone' | 'country' | 'sector' | 'sdg' | 'status'

/** A facet's value as a word of the search index; the sign `=` keeps it apart from words of texts. */
export const facetWord = (facet: WordFacet, value: string | number) => `${facet}=${value}`

function facetWords({ countries, sectors, sdgs, status, holderKinds }: Told): string[] {
  return [
    facetWord('status', status),
    ...holderKinds.map((kind) => facetWord('kind', kind)),
    ...zonesOf(countries).map((zone) => facetWord('zone', zone)),
    ...countries.map((country) => facetWord('country', country)),
    ...sectors.map((sector) => facetWord('sector', sector)),
    ...sdgs.map((sdg) => facetWord('sdg', sdg)),
  ]
}

const zonesOf = (countries: string[]) => [...new Set(countries.flatMap(zonesOfCountry))]
