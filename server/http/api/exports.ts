import type { Locale } from '#packages/referentials/locale.ts'
import type { Scope } from '#server/directory/organisation/conditions.server.ts'
import { type ExportedListing, everyListing } from '#server/directory/organisation/every-listing.server.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { Filters } from '#server/directory/organisation/filters.schema.ts'
import { activeNetwork, nameOf } from '#server/kernel/networks.ts'
import type { ApiOptions } from './options.ts'
import { publicItem } from './public-item.ts'
import { DEMO_NOTE, SEPARATOR, type Sheet, sheetResponse } from './sheets.ts'
import { streamed } from './streamed.ts'

const HEADINGS = {
  fr: [
    'Nom',
    'Sigle',
    'Type',
    'Adresse',
    'Code postal',
    'Commune',
    'Département',
    'Pays',
    'Secteurs',
    'ODD',
    'Adhérente',
    'Réseaux',
    'Site',
    'Fiche',
  ],
  en: [
    'Name',
    'Acronym',
    'Kind',
    'Address',
    'Postal code',
    'Town',
    'Department',
    'Countries',
    'Sectors',
    'SDG',
    'Member',
    'Networks',
    'Website',
    'Page',
  ],
}
const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const

/** A spreadsheet of the search: every listing, not one page of it. */
export const organisationsSheet =
  (sheet: Sheet) =>
  (scope: Scope, filters: Filters, { origin, demo }: ApiOptions, locale: Locale): Response =>
    sheetResponse(
      sheet,
      { name: 'organisations', headings: HEADINGS[locale], demo: demo ? DEMO_NOTE[locale] : null },
      linesOf(everyListing(scope, filters), (item) => line(item, origin, locale)),
    )

export async function* linesOf<Item, Line>(batches: AsyncIterable<Item[]>, line: (item: Item) => Line) {
  for await (const batch of batches) yield batch.map(line)
}

export const networkName = (slug: string) => {
  const network = activeNetwork(slug)
  return network ? nameOf(network) : slug
}

function line(item: ExportedListing, origin: string, locale: Locale) {
  const labels = (facet: 'country' | 'sector', values: string[]) =>
    values.map((value) => facetLabel(facet, value, locale)).join(SEPARATOR)
  return [
    item.name,
    item.acronym,
    facetLabel('kind', item.kind, locale),
    item.address,
    item.postalCode,
    item.city,
    item.department && facetLabel('department', item.department, locale),
    labels('country', item.countries),
    labels('sector', item.sectors),
    item.sdgs.join(SEPARATOR),
    YES_NO[locale][item.member ? 0 : 1],
    item.networks.map(networkName).join(SEPARATOR),
    item.website,
    publicItem(item, origin).url,
  ]
}

export function geojsonResponse(scope: Scope, filters: Filters, { origin, demo }: ApiOptions): Response {
  return streamed('application/geo+json; charset=utf-8', null, async function* () {
    const note = demo ? `"note":${JSON.stringify(DEMO_NOTE.fr)},` : ''
    yield `{"type":"FeatureCollection",${note}"features":[`
    let separator = ''
    for await (const batch of everyListing(scope, filters)) {
      const placed = batch.filter((item) => item.lat !== null && item.lon !== null)
      if (placed.length === 0) continue
      yield separator + placed.map((item) => JSON.stringify(feature(item, origin))).join()
      separator = ','
    }
    yield ']}'
  })
}

function feature(item: ExportedListing, origin: string) {
  const { lat, lon, ...properties } = publicItem(item, origin)
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties }
}
