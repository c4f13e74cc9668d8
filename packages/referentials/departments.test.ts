import { expect, test } from 'vitest'
import {
  DEPARTMENTS,
  departmentByCode,
  departmentCodeOf,
  departmentName,
  departmentsOf,
  OVERSEAS_COLLECTIVITIES,
} from './departments.ts'
import { REGIONS, regionName } from './regions.ts'

test('knows 18 régions and 101 départements', () => {
  expect(new Set(REGIONS.map(({ code }) => code)).size).toBe(18)
  expect(new Set(DEPARTMENTS.map(({ code }) => code)).size).toBe(101)
})

test('puts every département in a région and every région has one', () => {
  const regions = REGIONS.map(({ code }) => code)
  for (const { region } of DEPARTMENTS) expect(regions).toContain(region)
  for (const { code } of REGIONS) expect(departmentsOf(code)).not.toHaveLength(0)
})

test('reads codes as text', () => {
  expect(departmentName('01')).toBe('Ain')
  expect(departmentName('2A')).toBe('Corse-du-Sud')
  expect(departmentName('971')).toBe('Guadeloupe')
  expect(regionName('01')).toBe('Guadeloupe')
})

test('names the overseas collectivities without counting them as départements', () => {
  expect(departmentName('988')).toBe('Nouvelle-Calédonie')
  expect(OVERSEAS_COLLECTIVITIES).toHaveLength(6)
})

test('finds the département in an INSEE code', () => {
  expect(departmentCodeOf('38185')).toBe('38')
  expect(departmentCodeOf('2A004')).toBe('2A')
  expect(departmentCodeOf('97411')).toBe('974')
})

test('computes the middle of a département from its communes', () => {
  const { lat, lon } = departmentByCode('38')!
  expect(lat).toBeCloseTo(45.3, 0)
  expect(lon).toBeCloseTo(5.5, 0)
})
