import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The caller's address. A header is believed only from the proxy whose header we were told to trust,
 * and of several addresses only the one that proxy added itself, the last.
 */
export function callerAddress(c: Context, trustedHeader: string | undefined): string {
  const forwarded = trustedHeader && c.req.header(trustedHeader)
  if (forwarded) return forwarded.split(',').at(-1)!.trim()
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // a request made in the process itself (tests) has no socket
  }
}

export const isLoopback = (address: string) =>
  address === '::1' || address.replace('::ffff:', '').startsWith('127.')
