import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './env.ts'

/**
 * A fresh nonce a page, errors included. Style attributes are allowed (accessible widgets write
 * them); style elements and scripts need the nonce.
 */
export const pageSecurity =
  (development: boolean): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    // A page that brought a policy of its own keeps it: it is stricter (a mail shown in its frame).
    if (c.res.headers.has('content-security-policy')) return
    if (development || !c.res.headers.get('content-type')?.startsWith('text/html')) return
    c.res.headers.set('content-security-policy', contentPolicy(nonce))
  }

export const everywhere: MiddlewareHandler = async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  const framed = headers.get('content-security-policy')?.includes("frame-ancestors 'self'")
  headers.set('x-frame-options', framed ? 'SAMEORIGIN' : 'DENY')
  headers.set('cross-origin-opener-policy', 'same-origin')
}

function contentPolicy(nonce: string) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
