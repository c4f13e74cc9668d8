import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Clock } from '#server/kernel/clock.ts'
import { activeNetworks } from '#server/kernel/networks.ts'
import type { Allowance } from '../rate-limit.ts'
import { openapiDocument } from './openapi.ts'
import { organisationRoutes } from './organisations.ts'
import { apiError, cacheableJson } from './respond.ts'

export type ApiOptions = {
  origin: string
  clock: Clock
  demo: boolean
  allows: Allowance
}

/** The public API: published data, no key, open to any origin, counted by address. */
export function createApi(options: ApiOptions) {
  const api = new Hono()
  api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'] }))
  api.use(async (c, next) => {
    if (await options.allows(c)) return next()
    return apiError(c, 429, 'too_many_requests', 'Too many requests from this address: wait a minute')
  })
  api.get('/openapi.json', (c) => cacheableJson(c, openapiDocument(options.origin)))
  api.get('/networks', (c) =>
    cacheableJson(c, {
      items: activeNetworks().map(({ slug, names, acronym, kind, region, departments, website }) => ({
        slug,
        name: names.at(-1)!.name,
        acronym: acronym ?? null,
        kind,
        region,
        departments,
        website: website ?? null,
        url: `${options.origin}/${slug}`,
      })),
    }),
  )
  api.route('/', organisationRoutes(options))
  // A mounted app's own notFound is never asked.
  api.all('*', (c) => apiError(c, 404, 'not_found', 'There is no such address in this API'))
  return api
}
