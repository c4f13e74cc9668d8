import { expect, it } from 'vitest'
import { COUNTRIES } from '#packages/referentials/countries.ts'
import { drawWorld } from './draw-world.server.ts'

/** Nobody lives there. */
const EMPTY = ['AQ', 'BV', 'SJ', 'UM']

it('every inhabited country is drawn, inside the drawing', () => {
  const { areas, rest, width, height } = drawWorld(
    COUNTRIES.map(({ code, fr }) => ({ key: code, label: fr, value: 1 })),
  )
  expect(areas.filter(({ path }) => path === '').map(({ key }) => key)).toEqual(EMPTY)
  expect(rest).toBe('')
  for (const { path } of areas)
    for (const [, x, y] of path!.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)/g)) {
      expect(Number(x) >= -3 && Number(x) <= width).toBe(true)
      expect(Number(y) >= 0 && Number(y) <= height).toBe(true)
    }
})

it('a small island state can be seen', () => {
  const [comoros, togo] = drawWorld([
    { key: 'KM', label: 'Comores' },
    { key: 'TG', label: 'Togo' },
  ]).areas
  expect(comoros!.path).toContain('a3 3')
  expect(togo!.path).not.toContain('a3 3')
})

it('the whole world stays light', () => {
  const all = COUNTRIES.map(({ code, fr }) => ({ key: code, label: fr }))
  expect(JSON.stringify(drawWorld(all)).length).toBeLessThan(100_000)
  expect(JSON.stringify(drawWorld([])).length).toBeLessThan(60_000)
})
