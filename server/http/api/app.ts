import { Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { z } from 'zod'
import { activeNetworks, nameOf } from '#server/kernel/networks.ts'
import { openapiDocument } from './openapi.ts'
import type { ApiOptions } from './options.ts'
import { organisationRoutes } from './organisations.ts'
import { projectRoutes } from './projects.ts'
import { apiError, badQuery, cacheableJson } from './respond.ts'

/** The public API: published data, no key, open to any origin, counted by address. */
export function createApi(options: ApiOptions) {
  const api = new Hono()
  api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }))
  api.use(async (c, next) => {
    if (await options.allows(c)) return next()
    return apiError(c, 429, 'too_many_requests', 'Too many requests from this address: wait a minute')
  })
  // These have no parameter: one given by mistake is named, as elsewhere.
  api.use('/openapi.json', withoutParameters)
  api.use('/networks', withoutParameters)
  api.use('/:network/organisations/:slug', withoutParameters)
  api.use('/:network/projects/:slug', withoutParameters)
  api.get('/openapi.json', (c) => cacheableJson(c, openapiDocument(options.origin)))
  api.get('/networks', (c) =>
    cacheableJson(c, {
      items: activeNetworks().map((network) => ({
        slug: network.slug,
        name: nameOf(network, options.clock),
        acronym: network.acronym ?? null,
        kind: network.kind,
        region: network.region,
        departments: network.departments,
        website: network.website ?? null,
        url: `${options.origin}/${network.slug}`,
      })),
    }),
  )
  api.route('/', organisationRoutes(options))
  api.route('/', projectRoutes(options))
  // A mounted app's own notFound is never asked.
  api.all('*', (c) => apiError(c, 404, 'not_found', 'There is no such address in this API'))
  return api
}

const withoutParameters: MiddlewareHandler = async (c, next) => {
  const parsed = z.strictObject({}).safeParse(c.req.query())
  return parsed.success ? next() : badQuery(c, parsed.error)
}
