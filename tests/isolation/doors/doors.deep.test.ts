import { expect, it, vi } from 'vitest'
import { unexplained } from './alike.ts'
import { doorReport } from './door-faults.ts'
import { INSIDERS, VISITORS } from './people.ts'

vi.hoisted(() => {
  process.env.MAILLAGE_CACHES = 'off'
})

it('Every visitor gets the same answer at every door whether the private rows of a network exist or not', async () => {
  const { faults, blind, seen, hidden } = await doorReport('app', VISITORS, INSIDERS)
  expect(faults.join('\n')).toBe('')
  // Their own people see the difference: the ids asked for are the right ones.
  expect(unexplained(blind, hidden)).toEqual([])
  const told = Object.keys(hidden).filter((name) => seen.some((label) => label.includes(hidden[name]!)))
  expect(told).toEqual(Object.keys(hidden))
}, 5_400_000)
