import { pino } from 'pino'
import { currentRequest } from '#db/slow-queries.ts'

const OURS = ['code', 'status', 'table', 'constraint', 'column', 'severity', 'syscall'] as const

/**
 * An error without what it quotes. PostgreSQL repeats the value it refuses and the query's wrapper
 * repeats every parameter: names and addresses would be in the log for months.
 */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const cause = error.cause instanceof Error ? plainError(error.cause) : undefined
  const quotes = 'query' in error || 'severity' in error
  const first = error.stack?.indexOf('\n    at ') ?? -1
  return {
    type: error.name,
    message: quotes ? 'a query failed' : error.message.slice(0, 500),
    stack: first < 0 ? undefined : error.stack!.slice(first + 1),
    ...Object.fromEntries(OURS.flatMap((key) => (key in error ? [[key, Reflect.get(error, key)]] : []))),
    ...(cause && { cause }),
  }
}

/** One JSON line an event, with request and network ids, without personal data. Silent in tests unless asked. */
export const LOG_OPTIONS = {
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
  base: undefined,
  serializers: { err: plainError },
  mixin: () => {
    const requestId = currentRequest.getStore()
    return requestId ? { requestId } : {}
  },
}

export const log = pino(LOG_OPTIONS)
