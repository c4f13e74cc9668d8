import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { v4 } from 'uuid'
import { currentRequest } from '#db/slow-queries.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { log } from '#server/kernel/log.ts'
import { configureOrigin, type Site } from '#server/portal/public.ts'
import { handleTrpc } from '#server/trpc/handler.ts'
import { callerAddress, isLoopback } from './address.ts'
import { createApi } from './api/app.ts'
import { refuseCrossSite } from './cross-site.ts'
import type { HttpEnv } from './env.ts'
import { mailBounces } from './mail-bounces.ts'
import { kindOf, measure, registry } from './metrics.ts'
import { asAskedInside, ownHost } from './own-host.ts'
import { plainPath } from './plain-path.ts'
import { allowance } from './rate-limit.ts'
import { isReady, type Readiness } from './readiness.ts'
import { readRequest } from './request-context.ts'
import { everywhere, pageSecurity } from './security-headers.ts'

export type PageHandler = (
  request: Request,
  load: { context: Context; nonce: string; demo: boolean; site: Site | null },
) => Promise<Response>

export type AppOptions = {
  origin: string
  /** Set when the public address is known for sure; otherwise a write's Origin is compared with its Host. */
  fixedOrigin?: string
  demo: boolean
  clock: Clock
  state: Readiness
  clientDir: string
  development?: boolean
  pages: PageHandler
  apiRateLimit: number
  metricsToken?: string
  bounceToken?: string
  trustedProxyHeader?: string
}

const LARGEST_BODY = 1024 * 1024
/** A file of the largest size a page takes, and the form around it. */
const LARGEST_UPLOAD = 11 * 1024 * 1024
/** A table is refused beyond 60 MB; a heavier one is read to its end so that its sender sees why. */
const LARGEST_TABLE = 512 * 1024 * 1024
/** Said before anything of the request is read: who asks, and in which language, is not known yet. */
const TOO_LARGE = `Cet envoi est trop lourd : rien n’en a été gardé. Revenez en arrière et envoyez moins.
This is too large: nothing of it was kept. Go back and send less.`
const TAKES_TABLES = /^\/[^/]+\/bureau\/imports(?:\.data)?$/
const TAKES_FILES =
  /^\/[^/]+\/(?:bureau\/(?:structures\/[^/]+\/pieces|projets\/[^/]+\/images|dispositifs\/(?:dossiers\/[^/]+\/(?:suivi|pieces)|sessions\/[^/]+\/decisions))|espace\/(?:parrainages\/[^/]+|dossiers\/[^/]+\/(?:pieces|bilan)))(?:\.data)?$/

export function createApp(options: AppOptions) {
  const app = new Hono<HttpEnv>()
  app.use(measure, everywhere)
  app.use(async (c, next) => {
    const requestId = v4()
    c.set('requestId', requestId)
    c.set('arrivedAt', options.clock.now())
    await currentRequest.run(requestId, next)
    c.res.headers.set('x-request-id', c.get('requestId'))
  })

  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const ready = await isReady(options.state)
    return c.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const { metricsToken: token } = options
    const allowed = token
      ? c.req.header('authorization') === `Bearer ${token}`
      : isLoopback(callerAddress(c, undefined))
    return allowed
      ? c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
      : c.notFound()
  })
  app.use(async (c, next) =>
    options.state.starting ? c.text('Starting', 503, { 'retry-after': '5' }) : next(),
  )

  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
    // Our frames ask for them from sites that close frames in on themselves, as an origin that is none.
    c.res.headers.set('access-control-allow-origin', '*')
  })
  app.use('/assets/*', filesOf({ root: options.clientDir, precompressed: true }))
  app.get('/favicon.svg', filesOf({ root: options.clientDir }))

  const { origin, clock, demo } = options
  const allows = allowance(options.apiRateLimit, options.trustedProxyHeader)
  app.route('/hooks/mail/bounces', mailBounces(options.bounceToken, clock))
  configureOrigin(origin)
  // Around the own host, which rewrites pages: it reads them before they are compressed.
  const compressed = compress()
  app.use((c, next) => (c.req.header('accept-encoding') ? compressed(c, next) : next()))
  app.use(ownHost)
  app.use(refuseCrossSite(options.fixedOrigin))
  const limitedTo = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.text(TOO_LARGE, 413) })
  const [limited, upload, table] = [LARGEST_BODY, LARGEST_UPLOAD, LARGEST_TABLE].map(limitedTo)
  // Reads have no body, and looking for one costs a third of the public API's throughput.
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!TAKES_TABLES.test(c.req.path)) return (TAKES_FILES.test(c.req.path) ? upload! : limited!)(c, next)
    // A body of untold length is gathered whole to be measured, before anybody asked who sends it.
    return c.req.header('transfer-encoding') ? c.body(null, 411) : table!(c, next)
  })
  app.use(plainPath)
  app.route('/api/v1', createApi({ origin, clock, demo, allows }))

  app.use(pageSecurity(options.development ?? false))
  app.use(async (c, next) => {
    const { context, sessionCookie } = await readRequest(
      asAskedInside(c),
      clock,
      c.get('requestId'),
      callerAddress(c, options.trustedProxyHeader),
    )
    c.set('context', { ...context, arrivedAt: c.get('arrivedAt') })
    await next()
    if (sessionCookie && !c.res.headers.has('set-cookie')) c.res.headers.append('set-cookie', sessionCookie)
  })
  app.all('/api/trpc/*', async (c) => {
    // A batch names its procedures one after the other: each counts.
    const calls = c.req.path.split(',').length
    return (await allows(c, calls))
      ? handleTrpc(c.req.raw, c.get('context'))
      : c.text('Too many requests', 429)
  })
  app.all('*', (c) =>
    options.pages(withoutOrigin(asAskedInside(c)), {
      context: c.get('context'),
      nonce: c.get('nonce'),
      demo,
      site: c.get('site'),
    }),
  )

  app.onError((error, c) => {
    const network = c.get('context')?.network?.slug
    log.error(
      { err: error, requestId: c.get('requestId'), network, kind: kindOf(c.req.path) },
      'request failed',
    )
    if (c.req.path.startsWith('/api/'))
      return c.json({ error: { code: 'fault', message: `Request ${c.get('requestId')} failed` } }, 500)
    return c.text(`Une erreur est survenue. Référence : ${c.get('requestId')}`, 500)
  })
  return app
}

/**
 * A write's Origin was compared with ours already (refuseCrossSite). Remix would compare it with the
 * Host, which a proxy may rewrite, and answer 500.
 */
function withoutOrigin(request: Request): Request {
  if (!request.headers.has('origin')) return request
  const { url, method, body, signal } = request
  const headers = new Headers(request.headers)
  headers.delete('origin')
  return new Request(url, { method, headers, body, signal, ...(body && { duplex: 'half' as const }) })
}

/** Looks at its folder at the first request: when the port opens, a first start has not built it yet. */
function filesOf(options: Parameters<typeof serveStatic>[0]): ReturnType<typeof serveStatic> {
  let files: ReturnType<typeof serveStatic> | undefined
  return (c, next) => {
    files ??= serveStatic(options)
    return files(c, next)
  }
}
