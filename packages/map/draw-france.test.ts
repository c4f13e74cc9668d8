import { expect, it } from 'vitest'
import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import { drawFrance } from './draw-france.server.ts'
import { simplify } from './simplify.ts'

const each = DEPARTMENTS.map(({ code, name }) => ({ key: code, departments: [code], label: name }))

it('every département is drawn, inside the drawing, overseas ones in an inset', () => {
  const { areas, insets, rest, width, height } = drawFrance(each)
  expect(areas.filter(({ path }) => path === '')).toEqual([])
  expect(rest).toBe('')
  expect(insets.map(({ key }) => key)).toEqual(['971', '972', '973', '974', '976', 'paris'])
  for (const { path } of areas)
    for (const [, x, y] of path!.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)/g)) {
      expect(Number(x) >= 0 && Number(x) <= width).toBe(true)
      expect(Number(y) >= 0 && Number(y) <= height).toBe(true)
    }
})

it('a territory of several départements is one shape, and those nobody covers are the rest', () => {
  const [brittany] = drawFrance([
    { key: 'b', departments: ['22', '29', '35', '56'], label: 'Bretagne' },
  ]).areas
  const alone = drawFrance(each).areas.filter(({ key }) => ['22', '29', '35', '56'].includes(key))
  expect(brittany!.path!.length).toBeLessThan(alone.reduce((sum, { path }) => sum + path!.length, 0))
  expect(drawFrance([]).rest).not.toBe('')
})

it('the whole country by département stays light', () => {
  expect(JSON.stringify(drawFrance(each)).length).toBeLessThan(90_000)
})

it('a simplified line keeps its ends and its corners', () => {
  expect(
    simplify(
      [
        [0, 0],
        [1, 0.1],
        [2, 0],
        [2, 5],
      ],
      0.5,
    ),
  ).toEqual([
    [0, 0],
    [2, 0],
    [2, 5],
  ])
})
