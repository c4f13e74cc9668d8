import type { Clock } from '#server/kernel/clock.ts'
import type { Allowance } from '../rate-limit.ts'

export type ApiOptions = {
  origin: string
  clock: Clock
  demo: boolean
  allows: Allowance
}
