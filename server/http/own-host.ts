import type { MiddlewareHandler, Context as Request_ } from 'hono'
import { activeNetwork } from '#server/kernel/networks.ts'
import { hostSite, productOrigin, type Site } from '#server/portal/public.ts'
import type { HttpEnv } from './env.ts'

/**
 * What belongs to a person or to nobody, and not to a network: the same at every host. Outlines of maps
 * are among them, because a drawing uses none from another origin.
 */
const EVERYWHERE = /^\/(connexion|compte|assets|contours|communes|__manifest|embed\/cadre\.js)(?=$|[/?.])/

/**
 * At a network's own host its pages stand at the root (server/portal/README.md). Any other host is
 * served as the product: it is compared, never repeated.
 */
export const ownHost: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const site = await hostSite(c.req.header('host'))
  c.set('site', site)
  if (!site) return next()
  const { pathname, search } = new URL(c.req.url)
  const first = pathname.split('/')[1]?.replace(/\.data$/, '') ?? ''
  if (first === site.slug) return c.redirect(within(pathname, site) + search, 308)
  if (first === 'api' ? !pathname.startsWith(`/api/v1/${site.slug}/`) : activeNetwork(first) !== undefined)
    return c.text('Not found', 404)
  // They need scripts, which only the product's own pages have.
  if (/^\/embed\/(carte|projets)$/.test(pathname))
    return c.redirect(`${productOrigin()}/${site.slug}${pathname}${search}`)
  await next()
  await writtenForSite(c, site)
}

/** The request as the pages know it: the network's name first. */
export function asAskedInside(c: Request_<HttpEnv>): Request {
  const { raw } = c.req
  const site = c.get('site')
  const url = new URL(raw.url)
  if (!site || EVERYWHERE.test(url.pathname)) return raw
  url.pathname = `/${site.slug}${url.pathname === '/' ? '' : url.pathname}`
  const { method, headers, body, signal } = raw
  return new Request(url, { method, headers, body, signal, ...(body && { duplex: 'half' as const }) })
}

async function writtenForSite(c: Request_<HttpEnv>, site: Site) {
  const location = c.res.headers.get('location')
  // Sent to the beginning, one stays on the site one is on.
  if (location?.startsWith('/'))
    c.res.headers.set('location', location === '/' ? location : outside(location, site))
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return
  // An attribute's own quotes are the only bare ones React writes before a path.
  const html = (await c.res.text()).replace(
    /(\s(?:href|action|src)=")(\/(?!\/)[^"]*)/g,
    (_, start: string, path: string) => start + outside(path, site),
  )
  c.res = new Response(html, { status: c.res.status, headers: c.res.headers })
}

function outside(path: string, site: Site): string {
  const first = path.split(/[/?#]/)[1] ?? ''
  if (first === site.slug) return within(path, site)
  if (EVERYWHERE.test(path) || path.startsWith(`/api/v1/${site.slug}/`) || path === '/favicon.svg')
    return path
  return productOrigin() + path
}

function within(path: string, { slug }: Site): string {
  const rest = path.slice(slug.length + 1)
  return rest.startsWith('/') ? rest.replace(/^\/+/, '/') : `/${rest}`
}
