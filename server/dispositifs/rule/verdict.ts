export type Verdict = 'met' | 'broken' | 'unknown'

export type Data = Readonly<Record<string, number | string | boolean | null | readonly string[]>>

export interface Finding {
  verdict: Verdict
  found: Data
  wanted: Data
}

/** Both ends are in; an absent end holds nobody. */
export function within<Value extends number | string>(
  value: Value | null,
  min: Value | null,
  max: Value | null,
): Verdict {
  if (value === null) return 'unknown'
  return (min === null || value >= min) && (max === null || value <= max) ? 'met' : 'broken'
}

/** One broken part breaks the whole, whatever is not known yet. */
export function allOf(parts: readonly Verdict[]): Verdict {
  if (parts.includes('broken')) return 'broken'
  return parts.includes('unknown') ? 'unknown' : 'met'
}
