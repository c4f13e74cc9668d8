import { expect, test } from 'vitest'
import { COUNTRIES, countriesOf, countryName, isCountry, ZONES, zoneLabel, zoneOf } from './countries.ts'

test('gives every country a code of its own, both names and a known zone', () => {
  const zones = new Set<string>(ZONES.map(({ key }) => key))
  expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length)
  for (const { code, fr, en, zone } of COUNTRIES) {
    expect(code).toMatch(/^[A-Z]{2}$/)
    expect(fr).not.toBe('')
    expect(en).not.toBe('')
    expect(zones).toContain(zone)
  }
})

test('leaves no zone empty and gives no name twice', () => {
  for (const { key } of ZONES) expect(countriesOf(key).length).toBeGreaterThan(2)
  expect(new Set(COUNTRIES.map(({ fr }) => fr)).size).toBe(COUNTRIES.length)
  expect(new Set(COUNTRIES.map(({ en }) => en)).size).toBe(COUNTRIES.length)
})

test.each([
  ['CD', 'République démocratique du Congo'],
  ['CI', 'Côte d’Ivoire'],
  ['PS', 'Territoires palestiniens'],
  ['US', 'États-Unis'],
  ['TZ', 'Tanzanie'],
])('names %s as a French reader expects', (code, name) => {
  expect(countryName(code, 'fr')).toBe(name)
})

test('puts the island states in the océan Indien', () => {
  for (const code of ['MG', 'KM', 'MU', 'SC']) expect(zoneOf(code)).toBe('indian_ocean')
  expect(zoneLabel('indian_ocean', 'fr')).toBe('Océan Indien')
})

test('shows an unknown code as it is', () => {
  expect(isCountry('ZZ')).toBe(false)
  expect(countryName('ZZ', 'fr')).toBe('ZZ')
  expect(zoneOf('ZZ')).toBeUndefined()
})
