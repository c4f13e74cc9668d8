import { expect, it, vi } from 'vitest'
import { doorReport } from './door-faults.ts'
import { VISITORS } from './people.ts'

vi.hoisted(() => {
  process.env.MAILLAGE_CACHES = 'off'
})

it('Every visitor gets the same answer at every door whether the private rows of a network exist or not', async () => {
  const { faults } = await doorReport('app', VISITORS)
  expect(faults).toEqual([])
}, 900_000)
