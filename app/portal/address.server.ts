import type { LoaderFunctionArgs } from '@remix-run/node'
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
