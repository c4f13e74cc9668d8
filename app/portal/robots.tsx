import type { LoaderFunctionArgs } from '@remix-run/node'
import { baseOf, productOrigin } from '#server/portal/public.ts'

export async function loader({ context: { context } }: LoaderFunctionArgs) {
  const base = context.network ? await baseOf(context.network.id) : productOrigin()
  const closed = ['/connexion', '/compte', '/*/bureau', '/bureau', '/*/espace', '/espace']
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${base}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
