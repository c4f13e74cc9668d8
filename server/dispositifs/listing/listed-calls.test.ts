import { describe, expect, it } from 'vitest'
import type { ListedCall } from '#db/schema/dispositifs.ts'
import { callState, currentCall, rulesOf } from './listed-calls.ts'

const call = (id: string, opensAt: string, closesAt: string): ListedCall => ({
  ...{ id, rulesId: `rules of ${id}`, name: id, year: 2026, opensAt, closesAt },
  ...{ timeZone: 'Europe/Paris', actionsFrom: null, actionsTo: null, steps: [] },
})
const spring = call('spring', '2026-01-10T08:00:00Z', '2026-03-01T17:00:00Z')
const long = call('long', '2026-02-01T08:00:00Z', '2026-05-01T17:00:00Z')
const autumn = call('autumn', '2026-09-01T08:00:00Z', '2026-10-15T17:00:00Z')
const now = (instant: string) => new Date(instant)

describe('A call', () => {
  it.each([
    ['2026-01-10T07:59:59.999Z', 'next'],
    ['2026-01-10T08:00:00Z', 'open'],
    ['2026-03-01T16:59:59.999Z', 'open'],
    ['2026-03-01T17:00:00Z', 'past'],
  ])('at %s is %s', (at, wanted) => {
    expect(callState(spring, now(at))).toBe(wanted)
  })

  it.each([
    ['2025-12-01T00:00:00Z', 'spring'],
    ['2026-02-15T00:00:00Z', 'spring'],
    ['2026-03-15T00:00:00Z', 'long'],
    ['2026-06-01T00:00:00Z', 'autumn'],
    ['2027-01-01T00:00:00Z', 'autumn'],
  ])('that people have in mind at %s is %s', (at, wanted) => {
    expect(currentCall([autumn, long, spring], now(at))?.id).toBe(wanted)
  })

  it('brings its own rules, from the moment it is the one', () => {
    const sets = [autumn, spring].map(({ rulesId }) => ({ id: rulesId, rules: [rulesId] }))
    expect(rulesOf(sets, spring)).toEqual(['rules of spring'])
    expect(rulesOf(sets, null)).toEqual([])
    expect(currentCall([], now('2026-01-01T00:00:00Z'))).toBeNull()
  })
})
