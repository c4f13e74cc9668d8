import { createHash } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { rawPool } from '#db/client.ts'
import { tooManyTries } from '../errors.ts'

/** Ten tries an account in fifteen minutes, wherever they come from. */
const MOST = 10
const WINDOW_SECONDS = 15 * 60

function limiter() {
  return new RateLimiterPostgres({
    storeClient: rawPool(),
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix: 'email',
    points: MOST,
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  })
}

/** Counts a try before it is judged, so that parallel ones cannot slip through. */
export async function countAttempt(email: string) {
  try {
    await limiter().consume(keyOf(email))
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    throw tooManyTries(Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 60_000))
  }
}

export const forgetAttempts = (email: string) => limiter().delete(keyOf(email))

/** Of one length whatever was typed, and no list of addresses for who reads the table. */
const keyOf = (email: string) => createHash('sha256').update(email).digest('base64url')
