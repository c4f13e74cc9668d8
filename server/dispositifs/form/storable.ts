import { keptText } from '#packages/referentials/text.ts'

/** Deeper than any answer of ours. */
const DEEPEST = 6
const LONGEST = 100_000

const text = (value: string) => keptText(value.slice(0, LONGEST)).replace(/\p{Surrogate}/gu, '\ufffd')

/**
 * What was typed, as a jsonb column takes it: PostgreSQL refuses NUL and half of a character that is written
 * in two, which a request in JSON can hold, and JSON has no infinity.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return text(value)
  // Nought has no sign in JSON.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return null
  if (Array.isArray(value)) return value.slice(0, 500).map((one) => storable(one, depth + 1))
  const entries = Object.entries(value).filter(([key]) => /^\w{1,60}$/.test(key) && key !== '__proto__')
  return Object.fromEntries(entries.slice(0, 60).map(([key, one]) => [key, storable(one, depth + 1)]))
}
