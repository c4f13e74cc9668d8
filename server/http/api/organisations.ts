import { type Context, Hono } from 'hono'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import {
  type FacetKey,
  type Filters,
  filtersSchema,
  nationalFiltersSchema,
  readQuery,
} from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { findMovedListing } from '#server/directory/organisation/find-moved-listing.server.ts'
import { getListing } from '#server/directory/organisation/get-listing.server.ts'
import { today } from '#server/kernel/clock.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { asSet } from '#server/portal/public.ts'
import { geojsonResponse, organisationsSheet } from './exports.ts'
import type { ApiOptions } from './options.ts'
import { publicItem } from './public-item.ts'
import { apiError, badQuery, cacheableJson } from './respond.ts'
import { SHEETS } from './sheets.ts'

/** The published organisations of one network, or of all: the acts of the pages, as JSON. */
export function organisationRoutes(options: ApiOptions) {
  const routes = new Hono()
  const list = (c: Context) =>
    withScope(c, options, async (scope) => {
      const filters = filtersOf(c)
      if (!('per_page' in filters)) return filters
      const locale = localeOf(c)
      const { items, total, unidentified, page, perPage, facets } = await findListings(scope, filters)
      const told = Object.entries(facets).filter(([facet]) => scope.networkId === null || facet !== 'network')
      const labelled = told.map(([facet, values]) => [
        facet,
        values.map(({ value, count }) => ({
          value,
          label: facetLabel(facet as FacetKey, value, locale),
          count,
        })),
      ])
      const body = {
        items: items.map((item) => publicItem(item, options.origin)),
        total,
        ...(unidentified === null ? {} : { without_identifier: unidentified }),
        page,
        per_page: perPage,
      }
      return cacheableJson(c, { ...body, facets: Object.fromEntries(labelled) })
    })
  const exported = (answer: ReturnType<typeof organisationsSheet>) => (c: Context) =>
    withScope(c, options, async (scope) => {
      const filters = filtersOf(c)
      return 'per_page' in filters ? answer(scope, filters, options, localeOf(c)) : filters
    })
  for (const prefix of ['', '/:network']) {
    routes.get(`${prefix}/organisations`, list)
    for (const sheet of SHEETS)
      routes.get(`${prefix}/organisations.${sheet}`, exported(organisationsSheet(sheet)))
    routes.get(`${prefix}/organisations.geojson`, exported(geojsonResponse))
  }
  routes.get('/:network/organisations/:slug', (c) =>
    withScope(c, options, async (scope) => {
      const { networkId } = scope
      if (networkId === null) return unknownNetwork(c)
      const slug = c.req.param('slug')
      const here = { ...scope, networkId }
      const listing = await getListing(here, slug).catch(async (error) => {
        const moved = await findMovedListing(here, slug)
        if (!moved) throw error
        return moved
      })
      if (typeof listing === 'string') return c.redirect(c.req.path.replace(/[^/]+$/, listing), 301)
      const { postalCode, website, address, description, aliases, zones, updatedAt, ...rest } = listing
      const { email, phone, seatCountry, ...item } = rest
      const details = {
        aliases,
        address,
        postal_code: postalCode,
        seat_country: seatCountry,
        website,
        email,
        phone,
        description,
        zones,
        updated_at: updatedAt,
      }
      return cacheableJson(c, { ...publicItem({ ...item, postalCode }, options.origin), ...details })
    }),
  )
  return routes
}

/** What one network publishes under a module it has open, or all of them. */
export async function withScope(
  c: Context,
  { clock }: ApiOptions,
  answer: (scope: { networkId: number | null; today: string }) => Promise<Response>,
  module: 'directory' | 'projects' = 'directory',
) {
  const slug = c.req.param('network')
  const known = slug === undefined ? null : activeNetwork(slug)
  const network = known ? await asSet(known) : known
  if (network === undefined || (network && !network.modules.includes(module))) return unknownNetwork(c)
  try {
    return await answer({
      networkId: network?.id ?? null,
      today: today(clock, network?.timeZone ?? 'Europe/Paris'),
    })
  } catch (error) {
    if (error instanceof DomainError && error.status === 404)
      return apiError(c, 404, 'not_found', 'Nothing is published here')
    throw error
  }
}

export const unknownNetwork = (c: Context) => apiError(c, 404, 'unknown_network', 'There is no such network')

function filtersOf(c: Context): Filters | Response {
  const asked = readQuery(new URL(c.req.url).searchParams)
  if (c.req.param('network') !== undefined) {
    const parsed = filtersSchema.safeParse(asked)
    return parsed.success ? parsed.data : badQuery(c, parsed.error)
  }
  const parsed = nationalFiltersSchema
    .refine(({ network }) => network.every(activeNetwork), { path: ['network'], message: 'unknown_value' })
    .safeParse(asked)
  return parsed.success ? parsed.data : badQuery(c, parsed.error)
}

export const localeOf = (c: Context) => (c.req.header('accept-language')?.startsWith('en') ? 'en' : 'fr')
