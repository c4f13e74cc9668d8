import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { outlinesOf } from './outlines.server.ts'

/** A map's outlines; the address changes with them. */
export function loader({ params }: LoaderFunctionArgs) {
  const file = outlinesOf(params.map?.replace(/\.svg$/, '') ?? '')
  if (!file) throw data(null, { status: 404 })
  return new Response(file, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
