import { describe, expect, it } from 'vitest'
import { timeLeft, wallClock } from './time-left.ts'

const closing = new Date('2026-12-15T18:00:00+01:00')
const left = (now: string, zone = 'Europe/Paris') => timeLeft(new Date(now), closing, zone)

describe('The time left before a call closes', () => {
  it.each([
    ['2026-11-20T12:00:00+01:00', 'days', 25],
    ['2026-12-14T09:00:00+01:00', 'days', 1],
    ['2026-12-15T05:30:00+01:00', 'hours', 12],
    ['2026-12-15T16:59:00+01:00', 'hours', 1],
    ['2026-12-15T17:30:00+01:00', 'minutes', 30],
    ['2026-12-15T17:59:59+01:00', 'minutes', 1],
  ])('at %s is told in %s: %d', (now, unit, count) => {
    expect(left(now)).toEqual({ unit, count })
  })

  it('is none once it has closed', () => {
    expect(left('2026-12-15T18:00:00+01:00')).toBeNull()
  })

  it('counts the days of the place where the call is told', () => {
    // 1 a.m. in Paris is still the day before in Cayenne.
    expect(left('2026-12-10T01:00:00+01:00')).toEqual({ unit: 'days', count: 5 })
    expect(left('2026-12-10T01:00:00+01:00', 'America/Cayenne')).toEqual({ unit: 'days', count: 6 })
  })

  it('is the same on two walls that show the same', () => {
    expect(wallClock(closing, 'Europe/Paris')).toBe('2026-12-15 18:00')
    expect(wallClock(closing, 'America/Cayenne')).toBe('2026-12-15 14:00')
  })
})
