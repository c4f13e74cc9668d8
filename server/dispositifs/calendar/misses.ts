import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Addresses of calendars that open nothing, from one caller in a minute. */
const MOST = 20
const misses = new RateLimiterMemory({ points: MOST, duration: 60 })

/**
 * Counts an address that opens nothing; false once its caller has tried too many. Those that open something are
 * not counted: the calendars of thousands are fetched from a few machines.
 */
export async function mayMiss(caller: string): Promise<boolean> {
  // In the process itself nobody has an address.
  if (caller === 'unknown') return true
  return misses.consume(caller).then(
    () => true,
    () => false,
  )
}
