import { expect, test } from 'vitest'
import { isSdg, SDGS, sdgLabel } from './sdgs.ts'

test('knows 17 goals, in order', () => {
  expect(SDGS.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
})

test('gives each goal a colour of its own', () => {
  for (const { color } of SDGS) expect(color).toMatch(/^#[0-9A-F]{6}$/)
  expect(new Set(SDGS.map(({ color }) => color)).size).toBe(17)
})

test('knows no goal 0, 18 or 1.5', () => {
  expect([0, 18, 1.5].some(isSdg)).toBe(false)
  expect(sdgLabel(18, 'fr')).toBe('18')
  expect(sdgLabel(6, 'fr')).toBe('Eau propre et assainissement')
})
