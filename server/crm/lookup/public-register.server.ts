import type { LookupSettings } from '#server/kernel/settings.ts'

/** Why a public service gave nothing; the form goes on without it. */
export type LookupFailure = 'off' | 'busy' | 'unreachable' | 'unreadable'
export type LookupAnswer<T> =
  | { found: T[]; failure?: undefined }
  | { found?: undefined; failure: LookupFailure }

export const LONGEST_WAIT_MS = 4000
/** A page of proposals takes some twenty thousand bytes. */
const LARGEST_BYTES = 500_000

let settings: LookupSettings = { companies: null, addresses: null }
let longestWait = LONGEST_WAIT_MS

export function configureLookup(given: LookupSettings, wait = LONGEST_WAIT_MS) {
  settings = given
  longestWait = wait
}

/** Which buttons the form shows. */
export const lookupsOffered = () => ({
  companies: settings.companies !== null,
  addresses: settings.addresses !== null,
})

/**
 * Asks a public service for JSON. What it answers is somebody else's: bounded in time and in size, and a
 * redirection is not followed, since it could lead into the network the program stands in.
 */
export async function askService(
  service: keyof LookupSettings,
  path: string,
  query: Record<string, string>,
): Promise<{ body: unknown } | { failure: LookupFailure }> {
  const base = settings[service]
  if (!base) return { failure: 'off' }
  try {
    const response = await fetch(`${base}/${path}?${new URLSearchParams(query)}`, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(longestWait),
    })
    if (response.status === 429) return { failure: 'busy' }
    if (!response.ok) {
      await response.body?.cancel()
      return { failure: response.status >= 500 ? 'unreachable' : 'unreadable' }
    }
    const text = await boundedText(response)
    return text === null ? { failure: 'unreadable' } : { body: JSON.parse(text) }
  } catch (error) {
    return { failure: error instanceof SyntaxError ? 'unreadable' : 'unreachable' }
  }
}

/** Null when there is more than anybody would read. */
async function boundedText(response: Response): Promise<string | null> {
  if (!response.body) return ''
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength
    if (size > LARGEST_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
