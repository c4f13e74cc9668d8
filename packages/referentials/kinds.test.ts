import { expect, test } from 'vitest'
import {
  isKind,
  isSubkind,
  KINDS,
  kindLabel,
  kindOf,
  SUBKINDS,
  subkindLabel,
  subkindsOf,
  typeLabel,
} from './kinds.ts'

test('knows six families', () => {
  expect(KINDS.map(({ key }) => key)).toEqual([
    'association',
    'local_authority',
    'education_research',
    'company',
    'public_body',
    'other',
  ])
})

test('gives each sub-kind a key of its own', () => {
  expect(new Set(SUBKINDS.map(({ key }) => key)).size).toBe(SUBKINDS.length)
})

test('divides every family into sub-kinds', () => {
  for (const { key } of KINDS) expect(subkindsOf(key).length).toBeGreaterThan(1)
  expect(kindOf('twinning_committee')).toBe('association')
})

test('labels families and sub-kinds in both languages', () => {
  expect(kindLabel('local_authority', 'fr')).toBe('Collectivité territoriale')
  expect(subkindLabel('local_association', 'fr')).toBe('Association locale')
})

test('does not take a sub-kind for a family', () => {
  expect(isKind('university')).toBe(false)
  expect(isSubkind('university')).toBe(true)
})

test('labels a type by its sub-kind, else by its family, and shows what it does not know as it is', () => {
  expect(typeLabel('association', 'twinning_committee', 'fr')).toBe('Comité de jumelage')
  expect(typeLabel('association', null, 'fr')).toBe('Association')
  expect(typeLabel('other', null, 'en')).toBe('Other')
  expect(typeLabel('guild', null, 'en')).toBe('guild')
})
