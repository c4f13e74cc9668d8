import { expect, it } from 'vitest'
import { layoutLines } from './layout-lines.server.ts'
import { layoutShares } from './layout-shares.server.ts'

const points = ['2022', '2023', '2024', '2025']

it('a course starts at zero, leaves a gap where nothing is known and names its last value', () => {
  const drawing = layoutLines({
    points,
    series: [{ label: 'Adhérents', values: [40, null, 80, 93] }],
    format: String,
  })
  expect(drawing.ticks[0]!.text).toBe('0')
  const [course] = drawing.lines
  expect(course!.path.match(/M/g)).toHaveLength(2)
  expect(course!.dots.map(({ point }) => point)).toEqual(['2022', '2024', '2025'])
  expect(course!.end!.text).toBe('93')
  expect(drawing.table[1]).toEqual(['2023', '–'])
})

it('the names of two lines that end together do not cover one another', () => {
  const series = [
    { label: 'A', values: [1, 2, 3, 50] },
    { label: 'B', values: [9, 9, 9, 50] },
  ]
  const [a, b] = layoutLines({ points, series, format: String }).lines
  expect(Math.abs(a!.labelY - b!.labelY)).toBeGreaterThanOrEqual(34)
})

it('a ring has two to four parts; bars take the rest', () => {
  const part = { label: 'A', value: 1, text: '1' }
  expect(layoutShares([part, { ...part, label: 'B' }], '2').parts.map(({ path }) => path === '')).toEqual([
    false,
    false,
  ])
  expect(() => layoutShares([part], '1')).toThrow(RangeError)
  expect(() => layoutShares(Array(5).fill(part), '5')).toThrow(RangeError)
})
