import { pino } from 'pino'

/** One JSON line an event, with request and network ids, without personal data. Silent in tests unless asked. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
  base: undefined,
})
