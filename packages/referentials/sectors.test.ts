import { expect, test } from 'vitest'
import { DAC_CATEGORIES, dacLabel, isDacCategory } from './dac.ts'
import { isSector, SECTORS, sectorDacCode, sectorLabel, sectorShortLabel } from './sectors.ts'

test('knows 18 sectors, each with a key of its own', () => {
  expect(new Set(SECTORS.map(({ key }) => key)).size).toBe(18)
})

test('gives every sector an existing DAC category', () => {
  for (const { key } of SECTORS) expect(isDacCategory(sectorDacCode(key))).toBe(true)
})

test('labels sectors at length and in short', () => {
  expect(sectorLabel('water', 'fr')).toBe('Eau et assainissement')
  expect(sectorShortLabel('global_citizenship', 'fr')).toBe('ECSI')
  expect(isSector('agua')).toBe(false)
})

test('gives every DAC category a code of its own and both labels', () => {
  expect(new Set(DAC_CATEGORIES.map(({ code }) => code)).size).toBe(DAC_CATEGORIES.length)
  for (const { code, fr, en } of DAC_CATEGORIES) {
    expect(code).toMatch(/^\d{3}$/)
    expect(fr).toMatch(/^\p{Lu}\p{Ll}/u)
    expect(en).not.toBe('')
  }
})

test('writes French DAC labels with their accents and without stray capitals', () => {
  expect(dacLabel('112', 'fr')).toBe('Éducation de base')
  expect(dacLabel('140', 'fr')).toBe('Distribution d’eau et assainissement')
  expect(dacLabel('123', 'fr')).toContain('(MNT)')
})
