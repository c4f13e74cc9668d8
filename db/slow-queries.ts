import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'

/** The request a query is made for; carried along, so that no act has to. */
export const currentRequest = new AsyncLocalStorage<string>()

export type SlowQuery = {
  at: Date
  ms: number
  text: string
  networkId: number | null
  requestId: string | null
}
type Watcher = { slowMs: number; onTime?: (seconds: number) => void; onSlow?: (query: SlowQuery) => void }

const MOST_KEPT = 200
const LONGEST = 600
let watcher: Watcher = { slowMs: 500 }
const kept: SlowQuery[] = []

export function watchQueries(given: Watcher) {
  watcher = given
}

/** The last slow ones of this process, the latest first. */
export const slowQueries = (since: Date) => kept.filter(({ at }) => at >= since).toReversed()

/** Times every query of a connection. `networkOf` tells whose rows were open at that moment. */
export function timeQueries(client: pg.PoolClient, networkOf: () => number | null) {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    const began = performance.now()
    const [networkId, requestId] = [networkOf(), currentRequest.getStore() ?? null]
    const ended = () => note(textOf(args[0]), performance.now() - began, networkId, requestId)
    const last = args.at(-1)
    if (typeof last === 'function') {
      args[args.length - 1] = (...answer: unknown[]) => {
        ended()
        return last(...answer)
      }
      return query(...args)
    }
    const answer = query(...args)
    if (answer instanceof Promise) void answer.then(ended, ended)
    return answer
  }) as typeof client.query
}

function note(text: string, ms: number, networkId: number | null, requestId: string | null) {
  watcher.onTime?.(ms / 1000)
  if (ms < watcher.slowMs) return
  const slow = { at: new Date(), ms: Math.round(ms), text: withoutValues(text), networkId, requestId }
  kept.push(slow)
  if (kept.length > MOST_KEPT) kept.shift()
  watcher.onSlow?.(slow)
}

const textOf = (asked: unknown) =>
  typeof asked === 'string' ? asked : String((asked as { text?: string } | null)?.text ?? '')

/** Values travel as parameters; one written in the text would be somebody's. */
export const withoutValues = (text: string) =>
  text
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
