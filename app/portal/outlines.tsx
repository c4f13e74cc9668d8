import { outlinesFile } from './networks-map.server.ts'

/** The map's outlines; the address changes with them. */
export const loader = () =>
  new Response(outlinesFile(), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
