import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { callerAddress } from './address.ts'

export type Allowance = (c: Context, points?: number) => Promise<boolean>

/**
 * Counts what an address asks in a minute, in this process's memory: a count shared through the
 * database cost public reads a third of their throughput. 0 a minute counts nothing (measures).
 */
export function allowance(perMinute: number, trustedProxyHeader: string | undefined): Allowance {
  if (perMinute === 0) return async () => true
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (c, points = 1) => {
    try {
      await limiter.consume(callerAddress(c, trustedProxyHeader), points)
      return true
    } catch {
      c.header('retry-after', '60')
      return false
    }
  }
}
