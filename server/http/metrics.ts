import type { MiddlewareHandler } from 'hono'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const duration = new Histogram({
  name: 'maillage_http_seconds',
  help: 'Time to answer, by kind of address and status class',
  labelNames: ['kind', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})
const faults = new Counter({
  name: 'maillage_faults_total',
  help: 'Errors nobody foresaw',
  registers: [registry],
})

const queries = new Histogram({
  name: 'maillage_query_seconds',
  help: 'Time the database took for one query, as seen from here',
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
})
export const measureQuery = (seconds: number) => queries.observe(seconds)

export const measure: MiddlewareHandler = async (c, next) => {
  const start = process.hrtime.bigint()
  await next()
  if (c.res.status === 500) faults.inc()
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  duration.observe({ kind: kindOf(c.req.path), status: `${Math.floor(c.res.status / 100)}xx` }, seconds)
}

/** Few values, so that a scan of addresses cannot grow the registry. */
export function kindOf(path: string): string {
  if (path.startsWith('/api/v1/')) return 'api'
  if (path.startsWith('/api/trpc/')) return 'trpc'
  if (path.startsWith('/assets/')) return 'asset'
  return path.includes('/bureau') ? 'desk' : 'page'
}
