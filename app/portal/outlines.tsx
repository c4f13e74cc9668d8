import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { groundOf, outlinesOf } from './outlines.server.ts'

/** A map's outlines, or the ground of one that moves; the address changes with them. */
export function loader({ params }: LoaderFunctionArgs) {
  const [, name = '', kind] = params.map?.match(/^(.+)\.(svg|json)$/) ?? []
  const file = kind === 'json' ? groundOf(name) : outlinesOf(name)
  if (!file) throw data(null, { status: 404 })
  return new Response(file, {
    headers: {
      'content-type': kind === 'json' ? 'application/json; charset=utf-8' : 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      // Public as they are; a frame of another site, closed in on itself, reads them too.
      'access-control-allow-origin': '*',
    },
  })
}
