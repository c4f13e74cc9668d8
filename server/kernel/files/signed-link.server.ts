import { createHmac, timingSafeEqual } from 'node:crypto'
import type { NetworkContext } from '#server/kernel/context.ts'
import { files } from './files.server.ts'

export type Signature = { until: number; signature: string }

/** The address of one file for whoever holds it, until it expires; for a mail, or a person without an account. */
export function signedLink(ctx: NetworkContext, id: string, minutes: number): string {
  const until = Math.floor(ctx.clock.now().getTime() / 1000) + minutes * 60
  const query = new URLSearchParams({ jusque: String(until), signe: signatureOf(ctx.network.id, id, until) })
  return `/${ctx.network.slug}/fichiers/${id}?${query}`
}

export function isSigned(ctx: NetworkContext, id: string, query: URLSearchParams): boolean {
  const [until, given] = [query.get('jusque') ?? '', query.get('signe') ?? '']
  if (!/^\d{1,12}$/.test(until)) return false
  const expected = Buffer.from(signatureOf(ctx.network.id, id, Number(until)))
  const received = Buffer.from(given)
  // Compared in constant time: how long a refusal takes must not tell how much was right.
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return false
  return Number(until) * 1000 > ctx.clock.now().getTime()
}

const signatureOf = (networkId: number, id: string, until: number) =>
  createHmac('sha256', files().secret).update(`file:${networkId}:${id}:${until}`).digest('base64url')
