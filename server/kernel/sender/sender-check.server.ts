import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { rawPool } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { files } from '#server/kernel/files/files.server.ts'
import { notAPerson, sentTooOften } from './errors.ts'

/** A person needs longer to read a form, and does not leave it open for days. */
const SHORTEST_MS = 2_000
const LONGEST_MS = 24 * 3_600_000
const HOUR_SECONDS = 3600

/** How many a sender's machine, a sender's address and a receiver may have in an hour. */
const MOST = { machine: 20, sender: 5, receiver: 20, asking: 60 }

/** When a form was opened, as the form carries it: signed, so that a program cannot write it itself. */
export function openedStamp(ctx: Context): string {
  const at = String(ctx.clock.now().getTime())
  return `${at}.${signatureOf(at)}`
}

export type SentForm = { trap: string; opened: string }

/** Who fills the field nobody sees, or answers at once, is a program. */
export function requirePerson(ctx: Context, { trap, opened }: SentForm) {
  const [at = '', given = ''] = opened.split('.')
  const expected = Buffer.from(signatureOf(at))
  const received = Buffer.from(given)
  const signed = received.length === expected.length && timingSafeEqual(received, expected)
  const age = ctx.clock.now().getTime() - Number(at)
  if (trap !== '' || !signed || !(age >= SHORTEST_MS && age <= LONGEST_MS)) throw notAPerson()
}

const signatureOf = (at: string) =>
  createHmac('sha256', files().secret).update(`form-opened:${at}`).digest('base64url')

/** Counts before anything is written, so that parallel ones cannot slip through. */
export async function countSending(ctx: Context, sender: string, receiver?: string) {
  const { address } = ctx.caller
  // In the process itself nobody has an address.
  if (address !== 'unknown') await count('machine', address)
  await count('sender', sender)
  if (receiver) await count('receiver', receiver)
}

/** A question of a form that costs much, before anything is sent. */
export async function countAsking({ caller }: Context) {
  if (caller.address !== 'unknown') await count('asking', caller.address)
}

async function count(kind: keyof typeof MOST, value: string) {
  const limiter = new RateLimiterPostgres({
    storeClient: rawPool(),
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix: `send-${kind}`,
    points: MOST[kind],
    duration: HOUR_SECONDS,
    clearExpiredByTimeout: false,
  })
  try {
    await limiter.consume(createHash('sha256').update(value).digest('base64url'))
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    throw sentTooOften(Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 60_000))
  }
}
