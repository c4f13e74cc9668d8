import { expect, test } from 'vitest'
import { joinIdentifiers } from './join-identifiers.ts'
import { formatSiren } from './siren.ts'
import { formatSiret } from './siret.ts'

test.each([
  ['732 829 320', '732829320'],
  [formatSiren('732829320'), '732829320'],
  [formatSiret('73282932000074'), '73282932000074'],
  ['732\u00a0829\u00a0320 00074', '73282932000074'],
  ['732.829.320', '732829320'],
  ['w381 001 234', 'W381001234'],
  ['W 9C1 001234', 'W9C1001234'],
  ['puits 732 829 320 niort', 'puits 732829320 niort'],
  ['732 829 320 79000', '732829320 79000'],
])('joins the number in « %s »', (typed, joined) => {
  expect(joinIdentifiers(typed)).toBe(joined)
})

test.each(['79000 Niort', '2024 2025', '732 829 321', 'A732 829 320', '732829320', ''])(
  'leaves « %s » as it is',
  (typed) => {
    expect(joinIdentifiers(typed)).toBe(typed)
  },
)
