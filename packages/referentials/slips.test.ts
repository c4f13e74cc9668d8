import { expect, it } from 'vitest'
import { slipsBetween } from './slips.ts'

it.each([
  ['floki', 'floki', 0],
  ['floki', 'floky', 1],
  ['floki', 'flkoi', 1],
  ['floki', 'flok', 1],
  ['floki', 'fflokii', 2],
  ['', 'ab', 2],
  ['ab', '', 2],
] as const)('« %s » and « %s » are %s slips apart', (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips)
})
