import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesLuhn } from './luhn.ts'
import { formatSiren, isSiren } from './siren.ts'

const siren = fc
  .tuple(fc.stringMatching(/^\d{8}$/), fc.constantFrom(...'0123456789'))
  .map(([start]) => [...'0123456789'].map((key) => start + key).find(passesLuhn)!)
  .filter(isSiren)

test('accepts a SIREN with the right key', () => {
  expect(isSiren('732829320')).toBe(true)
})

test('refuses a wrong key, a wrong length, letters and zeros', () => {
  for (const wrong of ['732829321', '73282932', '7328293200', '73282932O', '000000000', '', '732 829 320'])
    expect(isSiren(wrong)).toBe(false)
})

test('notices any single digit typed wrong', () => {
  fc.assert(
    fc.property(siren, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (valid, position, shift) => {
      const digit = (Number(valid[position]) + shift) % 10
      expect(isSiren(valid.slice(0, position) + digit + valid.slice(position + 1))).toBe(false)
    }),
  )
})

test('groups the digits by three with narrow no-break spaces', () => {
  expect(formatSiren('732829320')).toBe('732\u202f829\u202f320')
  expect(formatSiren('7328')).toBe('7328')
})
