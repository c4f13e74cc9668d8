import { expect, test } from 'vitest'
import { normaliseIdentifier } from './normalise-identifier.ts'
import { isRna } from './rna.ts'

test('accepts W and nine digits, and the letter of overseas and Corsican numbers', () => {
  for (const rna of ['W381001234', 'W9C1001234', 'W2A1001234']) expect(isRna(rna)).toBe(true)
})

test('refuses other letters, lengths and lower case', () => {
  for (const wrong of ['W38100123', 'W3810012345', '381001234', 'WA81001234', 'W38A001234', 'w381001234'])
    expect(isRna(wrong)).toBe(false)
})

test('accepts what people type once it is normalised', () => {
  expect(isRna(normaliseIdentifier(' w381.001 234\u00a0'))).toBe(true)
})
