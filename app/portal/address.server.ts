import type { LoaderFunctionArgs } from '@remix-run/node'
import { activeNetwork } from '#server/kernel/networks.ts'
import { baseOf, productOrigin } from '#server/portal/public.ts'

/** Addresses of persons and of the bureau: no search engine is led there. */
const PRIVATE = /^\/(connexion|compte|dev)(\/|$)|^\/[^/]+\/(bureau|espace|embed)(\/|$)/

/**
 * The one address of the page, whatever host it was asked at; and whether the page must do without
 * scripts, as at a network's own host.
 */
export async function addressOf({ request, context }: LoaderFunctionArgs) {
  const { network } = context.context
  const path = pagePath(request)
  // The list in a frame is links and a form: it needs none either.
  const plain = context.site !== null || /\/embed\/annuaire$/.test(path)
  if (PRIVATE.test(path)) return { canonical: null, plain }
  if (!network) return { canonical: productOrigin() + path, plain }
  return { canonical: (await baseOf(network.id)) + path.slice(network.slug.length + 1), plain }
}

/** Remix asks a page's data at its address plus `.data`. */
function pagePath(request: Request): string {
  const path = new URL(request.url).pathname.replace(/\.data$/, '')
  return path === '/_root' ? '/' : path
}

/** Pages as they are told to another site: each at its network's own host where it has one. */
export async function toldElsewhere<T extends { href: string }>(items: T[]): Promise<T[]> {
  const bases = new Map<string, string>()
  for (const { href } of items) {
    const slug = slugOf(href)
    const network = bases.has(slug) ? undefined : activeNetwork(slug)
    if (network) bases.set(slug, await baseOf(network.id))
  }
  return items.map((item) => {
    const slug = slugOf(item.href)
    const base = bases.get(slug)
    return { ...item, href: base ? base + item.href.slice(slug.length + 1) : productOrigin() + item.href }
  })
}

const slugOf = (path: string) => path.split(/[/?#]/)[1] ?? ''
