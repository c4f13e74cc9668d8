import { describe, expect, it } from 'vitest'
import { readCents } from './read-cell.ts'

describe('An amount in a cell', () => {
  it('is read with a comma or a point, its spaces and its sign aside', () => {
    expect(['7 500,00 €', '7500.5', '12', '-3,20'].map(readCents)).toEqual([750_000, 750_050, 1200, -320])
  })

  it('keeps its cents under the dust of a calculation', () => {
    expect(readCents('1234.5600000001')).toBe(123_456)
  })

  it('is not guessed where a thousand and a thousandth look alike', () => {
    expect(['7,500', '7.500', '1.234,5', 'beaucoup'].map(readCents)).toEqual([null, null, null, null])
  })
})
