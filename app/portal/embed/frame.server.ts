import type { KnownNetwork } from '#server/kernel/networks.ts'
import { framingSites, originOf, productOrigin } from '#server/portal/public.ts'
import { coloursFrom, readableShade } from '#tenants/shades.ts'

/** What a frame's address says of its looks, beside the filters. */
export const FRAME_PARAMETERS = ['couleur', 'libre', 'liens', 'fixe', 'nombre', 'nu']

/** A frame's own colour: the one asked, darkened until every pair a page prints can be read. */
export function frameColours(request: Request) {
  const asked = new URL(request.url).searchParams.get('couleur') ?? ''
  return /^[0-9a-f]{6}$/i.test(asked) ? coloursFrom(readableShade(`#${asked.toLowerCase()}`)) : null
}

/** Headers of a page made for frames: who may show it, told to server/http/security-headers.ts. */
export async function frameHeaders(network: KnownNetwork): Promise<HeadersInit> {
  const sites = await framingSites(network.id)
  if (sites.length === 0) return { 'x-framed-by': '*' }
  // Its own site shows the map in a frame too.
  const own = await originOf(network.id)
  const framing = own === productOrigin() ? sites : [...new Set([own, ...sites])]
  return { 'x-framed-by': ["'self'", ...framing].join(' ') }
}

export const isFrame = (request: Request) => /^\/[^/]+\/embed\//.test(new URL(request.url).pathname)
