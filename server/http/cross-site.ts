import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './env.ts'

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * Refuses a write another site sent through a visitor's browser: 403, or 415 for a body that is not
 * what the address reads: forms for pages, JSON for the rest, never the types a plain cross-site form
 * could forge instead. Clients that send neither Origin nor Sec-Fetch-Site are not
 * browsers and carry no visitor's cookie by accident.
 */
export function refuseCrossSite(ownOrigin: string | undefined): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (!WRITES.has(c.req.method)) return next()
    const site = c.req.header('sec-fetch-site')
    if (site && site !== 'same-origin' && site !== 'none') return c.text('Cross-site request refused', 403)
    const origin = c.req.header('origin')
    // At a network's own host, proven to be its own, that origin and no other.
    const own = c.get('site')?.origin ?? ownOrigin
    if (origin !== undefined && !isOwn(origin, c.req.header('host'), own)) {
      return c.text('Cross-site request refused', 403)
    }
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    const told = Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding')
    const readable = c.req.path.startsWith('/api/') ? ['application/json'] : FORMS
    if ((told || type !== undefined) && !readable.includes(type ?? '')) return c.text('Unsupported body', 415)
    return next()
  }
}

function isOwn(origin: string, host: string | undefined, ownOrigin: string | undefined): boolean {
  if (ownOrigin) return origin === ownOrigin
  return URL.canParse(origin) && new URL(origin).host === host
}
