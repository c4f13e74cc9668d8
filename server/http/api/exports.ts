import { stringify } from 'csv-stringify/sync'
import type { Locale } from '#packages/referentials/locale.ts'
import type { Scope } from '#server/directory/organisation/conditions.server.ts'
import { type ExportedListing, everyListing } from '#server/directory/organisation/every-listing.server.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { Filters } from '#server/directory/organisation/filters.schema.ts'
import { activeNetwork, nameOf } from '#server/kernel/networks.ts'
import type { ApiOptions } from './options.ts'
import { publicItem } from './public-item.ts'

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
export const DEMO_NOTE = { fr: 'Données de démonstration', en: 'Demonstration data' }
/** Labels hold commas. */
export const SEPARATOR = ' | '
const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const

/** A spreadsheet of the search: semicolons and a byte-order mark, as French Excel opens it; a cell never acts as a formula. */
export function csvResponse(scope: Scope, filters: Filters, options: ApiOptions, locale: Locale): Response {
  // In demo mode each line says so, and so does the file's name: lines get copied elsewhere.
  const note = options.demo ? [DEMO_NOTE[locale]] : []
  const fileName = options.demo ? 'organisations-demonstration.csv' : 'organisations.csv'
  return streamed('text/csv; charset=utf-8', fileName, async function* () {
    yield `\uFEFF${cells([[...HEADINGS[locale], ...note.map(() => 'Note')]])}`
    for await (const batch of everyListing(scope, filters)) {
      yield cells(batch.map((item) => [...line(item, options.origin, locale), ...note]))
    }
  })
}

export const cells = (rows: (string | number | null)[][]) =>
  // A lone line break ends a line too, for the spreadsheet: what follows would be a cell of its own.
  stringify(rows, {
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  })

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

export function streamed(
  type: string,
  fileName: string | null,
  chunks: () => AsyncGenerator<string>,
): Response {
  const encoder = new TextEncoder()
  const generator = chunks()
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await generator.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await generator.return(undefined)
    },
  })
  const headers = new Headers({ 'content-type': type, vary: 'accept-language' })
  if (fileName) headers.set('content-disposition', `attachment; filename="${fileName}"`)
  return new Response(body, { headers })
}
