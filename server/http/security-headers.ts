import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { productOrigin } from '#server/portal/public.ts'
import type { HttpEnv } from './env.ts'

/** Said by a page made to be shown in frames: the sites that may, as the policy spells them. */
const FRAMED_BY = 'x-framed-by'

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
    const framedBy = c.res.headers.get(FRAMED_BY)
    c.res.headers.delete(FRAMED_BY)
    // A frame of another site is nobody's session: it neither reads a cookie nor leaves one.
    if (framedBy) c.res.headers.delete('set-cookie')
    if (development || !c.res.headers.get('content-type')?.startsWith('text/html')) return
    c.res.headers.set(
      'content-security-policy',
      contentPolicy(nonce, framedBy, c.get('site') ? productOrigin() : null),
    )
  }

export const everywhere: MiddlewareHandler = async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  const ancestors = headers.get('content-security-policy')?.match(/frame-ancestors ([^;]*)/)?.[1]
  // It knows no list of sites: where the policy names some, it would refuse them all.
  if (!ancestors || ancestors === "'none'") headers.set('x-frame-options', 'DENY')
  else if (ancestors === "'self'") headers.set('x-frame-options', 'SAMEORIGIN')
  headers.set('cross-origin-opener-policy', 'same-origin')
}

function contentPolicy(nonce: string, framedBy: string | null, framesOf: string | null) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // A frame closed in on itself may not start a worker from an address: the map's is given it as text.
    framedBy ? "worker-src 'self' data:" : "worker-src 'self'",
    // A network's own site shows the map in a frame of the product, where scripts run.
    framesOf ? `frame-src 'self' ${framesOf}` : "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy ?? "'none'"}`,
  ].join('; ')
}
