import { expect, test } from 'vitest'
import {
  COUNTRIES,
  countriesOf,
  countryName,
  GROUPINGS,
  isCountry,
  ZONES,
  zoneLabel,
  zonesOf,
} from './countries.ts'

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
  for (const { key } of [...ZONES, ...GROUPINGS]) expect(countriesOf(key).length).toBeGreaterThan(2)
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
  for (const code of ['MG', 'KM', 'MU', 'SC']) expect(zonesOf(code)[0]).toBe('indian_ocean')
  expect(zoneLabel('indian_ocean', 'fr')).toBe('Océan Indien')
})

test('counts a country in one zone, and finds it under every grouping it is in', () => {
  expect(zonesOf('MR')).toEqual(['west_africa', 'sub_saharan_africa', 'sahel', 'maghreb'])
  expect(zonesOf('PS')).toEqual(['middle_east', 'mediterranean'])
  expect(zonesOf('ZZ')).toEqual([])
  expect(countriesOf('sahel').map(({ code }) => code)).toEqual(['BF', 'ML', 'MR', 'NE', 'SN', 'TD'])
  expect(zoneLabel('sahel', 'fr')).toBe('Sahel')
})

test('shows an unknown code as it is', () => {
  expect(isCountry('ZZ')).toBe(false)
  expect(countryName('ZZ', 'fr')).toBe('ZZ')
})
