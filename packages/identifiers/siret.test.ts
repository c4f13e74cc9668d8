import { expect, test } from 'vitest'
import { normaliseIdentifier } from './normalise-identifier.ts'
import { formatSiret, isSiret, sirenOf } from './siret.ts'

test('accepts a SIRET with the right key', () => {
  expect(isSiret('73282932000074')).toBe(true)
  expect(sirenOf('73282932000074')).toBe('732829320')
})

test('refuses a wrong key or length', () => {
  for (const wrong of ['12345678912345', '73282932000075', '732829320', ''])
    expect(isSiret(wrong)).toBe(false)
})

test('judges the establishments of La Poste by the sum of their digits', () => {
  expect(isSiret('35600000049837')).toBe(true)
  expect(isSiret('35600000049838')).toBe(false)
})

test('judges the seat of La Poste like everyone else', () => {
  expect(isSiret('35600000000048')).toBe(true)
})

test('shows the SIREN in groups and then the establishment', () => {
  expect(formatSiret('73282932000074')).toBe('732\u202f829\u202f320\u202f00074')
  expect(formatSiret('?')).toBe('?')
})

test('reads back what it shows', () => {
  expect(normaliseIdentifier(formatSiret('73282932000074'))).toBe('73282932000074')
})
