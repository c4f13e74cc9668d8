import { expect, it, vi } from 'vitest'
import { doorReport } from '#tests/isolation/doors/door-faults.ts'
import { ELSEWHERE, FORMER } from '#tests/isolation/doors/world.ts'

vi.hoisted(() => {
  process.env.MAILLAGE_CACHES = 'off'
})

it('With row-level security open, roles and “scope, then find” alone keep every door shut', async () => {
  const { faults, blind } = await doorReport('superuser', [ELSEWHERE, FORMER])
  expect(faults).toEqual([])
  expect(blind).toEqual([])
}, 900_000)
