import { type Context, Hono } from 'hono'
import { projectFacetLabel } from '#server/projects/listing/facet-labels.ts'
import {
  type ProjectFacet,
  type ProjectFilters,
  projectFilters,
  readProjectQuery,
} from '#server/projects/listing/filters.schema.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { getProjectListing } from '#server/projects/listing/get-project-listing.server.ts'
import type { ApiOptions } from './options.ts'
import { localeOf, unknownNetwork, withScope } from './organisations.ts'
import { projectsGeojson, projectsSheet } from './project-exports.ts'
import { publicAround, publicProject } from './project-shapes.ts'
import { badQuery, cacheableJson } from './respond.ts'
import { SHEETS } from './sheets.ts'

/** The published projects of one network, or of all: the acts of the pages, as JSON. */
export function projectRoutes(options: ApiOptions) {
  const routes = new Hono()
  const { origin } = options
  const list = (c: Context) =>
    withScope(
      c,
      options,
      async (scope) => {
        const filters = filtersOf(c)
        if (!('per_page' in filters)) return filters
        const { items, total, page, perPage, facets } = await findProjectListings(scope, filters)
        const labelled = Object.entries(facets).map(([facet, values]) => [
          facet,
          values.map(({ value, count }) => ({
            value,
            label: projectFacetLabel(facet as ProjectFacet, value, localeOf(c)),
            count,
          })),
        ])
        const body = {
          items: items.map((item) => publicProject(item, origin)),
          total,
          page,
          per_page: perPage,
        }
        return cacheableJson(c, { ...body, facets: Object.fromEntries(labelled) })
      },
      'projects',
    )
  const exported = (answer: ReturnType<typeof projectsSheet>) => (c: Context) =>
    withScope(
      c,
      options,
      async (scope) => {
        const filters = filtersOf(c)
        return 'per_page' in filters ? answer(scope, filters, options, localeOf(c)) : filters
      },
      'projects',
    )
  for (const prefix of ['', '/:network']) {
    routes.get(`${prefix}/projects`, list)
    for (const sheet of SHEETS) routes.get(`${prefix}/projects.${sheet}`, exported(projectsSheet(sheet)))
    routes.get(`${prefix}/projects.geojson`, exported(projectsGeojson))
  }
  routes.get('/:network/projects/:slug', (c) =>
    withScope(
      c,
      options,
      async ({ networkId, today }) => {
        if (networkId === null) return unknownNetwork(c)
        const project = await getProjectListing({ networkId, today }, c.req.param('slug'))
        return cacheableJson(c, {
          ...publicProject(project, origin),
          text: project.body,
          results: project.results,
          zones: project.zones,
          partners_here: project.partnersHere.map((one) => publicAround(one, origin)),
          partners_there: project.partnersThere,
          funders: project.funders,
          pictures: project.pictures.map(({ file, alt, credit }) => ({
            url: `${origin}/${project.network}/fichiers/${file}`,
            alt,
            credit,
          })),
          updated_at: project.updatedAt,
        })
      },
      'projects',
    ),
  )
  return routes
}

function filtersOf(c: Context): ProjectFilters | Response {
  const parsed = projectFilters.safeParse(readProjectQuery(new URL(c.req.url).searchParams))
  return parsed.success ? parsed.data : badQuery(c, parsed.error)
}
