import { expect, it } from 'vitest'
import { matchName } from './match-name.ts'

const known = ['JSI-26-1', 'JSI-26-12', '2026/118'].map((number) => ({ number }))

it('finds the number in a file name, the longest, and never inside a longer one', () => {
  expect(matchName('Dossier JSI-26-12.pdf', known)?.number).toBe('JSI-26-12')
  expect(matchName('jsi_26_1 budget.pdf', known)?.number).toBe('JSI-26-1')
  expect(matchName('2026-118.PDF', known)?.number).toBe('2026/118')
  expect(matchName('JSI-26-123.pdf', known)).toBeNull()
  expect(matchName('Convention.pdf', known)).toBeNull()
})
