import { expect, it } from 'vitest'
import { matchNames } from './match-name.ts'

const named = (...numbers: string[]) => matchNames(numbers.map((number) => ({ number })))
const find = named('JSI-26-1', 'JSI-26-12', '2026/118', '')

it('finds the number in a file name, the longest, and never inside a longer one', () => {
  expect(find('Dossier JSI-26-12.pdf')?.number).toBe('JSI-26-12')
  expect(find('jsi_26_1 budget.pdf')?.number).toBe('JSI-26-1')
  expect(find('2026-118.PDF')?.number).toBe('2026/118')
  expect(find('JSI-26-123.pdf')).toBeNull()
  expect(find('Convention.pdf')).toBeNull()
})

it('leaves to a person a name that holds two numbers as long, or one that two dossiers have', () => {
  expect(find('JSI-26-1 et JSI-26-1.pdf')?.number).toBe('JSI-26-1')
  expect(named('A-10', 'A-11')('A-10 A-11.pdf')).toBeNull()
  expect(named('A-10', 'a 10')('A-10.pdf')).toBeNull()
})

it('asks each name of two thousand dossiers about its own letters, and not about every dossier', () => {
  let read = 0
  const dossiers = Array.from({ length: 2000 }, (_, nth) => ({
    get number() {
      read += 1
      return `JSI-26-${nth}`
    },
  }))
  const match = matchNames(dossiers)
  for (let nth = 0; nth < 2000; nth++) expect(match(`JSI-26-${nth}.pdf`)).toBe(dossiers[nth])
  expect(read).toBe(2000)
})
