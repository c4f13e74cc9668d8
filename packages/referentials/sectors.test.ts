import { expect, test } from 'vitest'
import { DAC_CATEGORIES } from './dac.ts'
import { isSector, SECTORS, sectorLabel, sectorShortLabel } from './sectors.ts'

test('knows 18 sectors, each with a key of its own', () => {
  expect(new Set(SECTORS.map(({ key }) => key)).size).toBe(18)
})

test('gives every sector an existing DAC category', () => {
  const codes = DAC_CATEGORIES.map(({ code }) => code)
  for (const { dac } of SECTORS) expect(codes).toContain(dac)
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
  const labels = new Map(DAC_CATEGORIES.map(({ code, fr }) => [code, fr]))
  expect(labels.get('112')).toBe('Éducation de base')
  expect(labels.get('140')).toBe('Distribution d’eau et assainissement')
  expect(labels.get('123')).toContain('(MNT)')
})
