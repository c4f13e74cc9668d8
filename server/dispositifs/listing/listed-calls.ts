import type { ListedCall, ListedRules } from '#db/schema/dispositifs.ts'
import type { Rule } from '../rule/rule.schema.ts'

export type { ListedCall }
export type CallState = 'open' | 'next' | 'past'

/** The instant of closing is out: what arrives then is late. */
export function callState({ opensAt, closesAt }: Pick<ListedCall, 'opensAt' | 'closesAt'>, now: Date) {
  const at = now.getTime()
  if (at >= Date.parse(closesAt)) return 'past'
  return at >= Date.parse(opensAt) ? 'open' : 'next'
}

const soonest = (instant: 'opensAt' | 'closesAt') => (a: ListedCall, b: ListedCall) =>
  Date.parse(a[instant]) - Date.parse(b[instant])

export interface CallsByState {
  /** The one that closes first, first. */
  open: ListedCall[]
  /** The one that opens first, first. */
  next: ListedCall[]
  /** The last closed, first. */
  past: ListedCall[]
}

export function callsByState(calls: readonly ListedCall[], now: Date): CallsByState {
  const those = (state: CallState) => calls.filter((call) => callState(call, now) === state)
  return {
    open: those('open').sort(soonest('closesAt')),
    next: those('next').sort(soonest('opensAt')),
    past: those('past').sort(soonest('closesAt')).reverse(),
  }
}

/** The call a visitor has in mind: the one that is open, else the next, else the last. */
export function currentCall(calls: readonly ListedCall[], now: Date): ListedCall | null {
  const { open, next, past } = callsByState(calls, now)
  return open[0] ?? next[0] ?? past[0] ?? null
}

/** A call opens without anybody saving anything: the rules, checked when written, are chosen when read. */
export const rulesOf = (sets: readonly ListedRules[], call: ListedCall | null): Rule[] =>
  (sets.find(({ id }) => id === call?.rulesId)?.rules ?? []) as Rule[]
