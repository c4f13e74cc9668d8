import { createHash } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { rawPool } from '#db/client.ts'
import { tooManyTries } from '../errors.ts'

const WINDOW_SECONDS = 15 * 60

/** Ten tries an account, wherever they come from; a hundred an address, whatever the accounts; five links an account; a hundred leaves for a provider an address. */
const MOST = { email: 10, address: 100, link: 5, provider: 100 }

function limiter(keyPrefix: keyof typeof MOST) {
  return new RateLimiterPostgres({
    storeClient: rawPool(),
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix,
    points: MOST[keyPrefix],
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  })
}

/** Counts a try before it is judged, so that parallel ones cannot slip through. */
export async function countAttempt(email: string, address: string) {
  // In the process itself nobody has an address.
  if (address !== 'unknown') await count('address', address)
  await count('email', email)
}

/** Each leave for a provider is written down until it is back. */
export async function countLeave(address: string) {
  if (address !== 'unknown') await count('provider', address)
}

async function count(kind: keyof typeof MOST, value: string) {
  try {
    await limiter(kind).consume(keyOf(value))
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    throw tooManyTries(Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 60_000))
  }
}

/** Asking for links is limited too, in silence: a refusal would tell. */
export async function mayAskLink(email: string): Promise<boolean> {
  try {
    await limiter('link').consume(keyOf(email))
    return true
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return false
  }
}

export const forgetAttempts = (email: string) => limiter('email').delete(keyOf(email))

/** Of one length whatever was typed, and no list of addresses for who reads the table. */
const keyOf = (value: string) => createHash('sha256').update(value).digest('base64url')
