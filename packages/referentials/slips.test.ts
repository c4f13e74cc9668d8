import { expect, test } from 'vitest'
import { slipsBetween } from './slips.ts'

test.each([
  ['niort', 'niort', 0],
  ['segondigny', 'secondigny', 1],
  ['nirot', 'niort', 1],
  ['bordaux', 'bordeaux', 1],
  ['bordeauxx', 'bordeaux', 1],
  ['secondignys', 'segondigny', 2],
])('counts the slips between %s and %s', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips)
  expect(slipsBetween(b, a, 2)).toBe(slips)
})

test('says only that there are too many, beyond what is asked', () => {
  expect(slipsBetween('niort', 'paris', 2)).toBe(3)
  expect(slipsBetween('eu', 'bordeaux', 2)).toBe(3)
})
