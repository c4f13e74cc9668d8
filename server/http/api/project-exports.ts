import type { Locale } from '#packages/referentials/locale.ts'
import type { PanoramaScope } from '#server/projects/listing/conditions.server.ts'
import { everyProjectListing } from '#server/projects/listing/every-project-listing.server.ts'
import { bandLabel, projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectFilters } from '#server/projects/listing/filters.schema.ts'
import type { ProjectItem } from '#server/projects/listing/project-item.server.ts'
import { linesOf, networkName } from './exports.ts'
import type { ApiOptions } from './options.ts'
import { publicProject } from './project-shapes.ts'
import { DEMO_NOTE, SEPARATOR, type Sheet, sheetResponse } from './sheets.ts'
import { streamed } from './streamed.ts'

const HEADINGS = {
  fr: [
    'Titre',
    'Porteurs',
    'Pays',
    'Lieu',
    'Secteurs',
    'ODD',
    'État',
    'Début',
    'Fin',
    'Budget',
    'Résumé',
    'Réseaux',
    'Fiche',
  ],
  en: [
    'Title',
    'Held by',
    'Countries',
    'Place',
    'Sectors',
    'SDG',
    'Status',
    'Start',
    'End',
    'Budget',
    'Summary',
    'Networks',
    'Page',
  ],
}

/** A spreadsheet of the search, as that of organisations. */
export const projectsSheet =
  (sheet: Sheet) =>
  (scope: PanoramaScope, filters: ProjectFilters, { origin, demo }: ApiOptions, locale: Locale): Response =>
    sheetResponse(
      sheet,
      {
        name: locale === 'fr' ? 'projets' : 'projects',
        headings: HEADINGS[locale],
        demo: demo ? DEMO_NOTE[locale] : null,
      },
      linesOf(everyProjectListing(scope, filters), (item) => line(item, origin, locale)),
    )

function line(item: ProjectItem, origin: string, locale: Locale) {
  const labels = (facet: 'country' | 'sector', values: string[]) =>
    values.map((value) => projectFacetLabel(facet, value, locale)).join(SEPARATOR)
  return [
    item.title,
    item.holders.map(({ name }) => name).join(SEPARATOR),
    labels('country', item.countries),
    item.place,
    labels('sector', item.sectors),
    item.sdgs.join(SEPARATOR),
    statusLabel(item.status, locale),
    item.startedOn,
    item.endedOn,
    item.budgetBand && bandLabel(item.budgetBand, locale),
    item.summary,
    item.networks.map(networkName).join(SEPARATOR),
    publicProject(item, origin).url,
  ]
}

/** Those that have a point; told by their country alone, a project has none. */
export function projectsGeojson(
  scope: PanoramaScope,
  filters: ProjectFilters,
  { origin, demo }: ApiOptions,
): Response {
  return streamed('application/geo+json; charset=utf-8', null, async function* () {
    const note = demo ? `"note":${JSON.stringify(DEMO_NOTE.fr)},` : ''
    yield `{"type":"FeatureCollection",${note}"features":[`
    let separator = ''
    for await (const batch of everyProjectListing(scope, filters)) {
      const placed = batch.filter((item) => item.lat !== null && item.lon !== null)
      if (placed.length === 0) continue
      yield separator + placed.map((item) => JSON.stringify(feature(item, origin))).join()
      separator = ','
    }
    yield ']}'
  })
}

function feature(item: ProjectItem, origin: string) {
  const { lat, lon, ...properties } = publicProject(item, origin)
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties }
}
