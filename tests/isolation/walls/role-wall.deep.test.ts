import { expect, it, vi } from 'vitest'
import { unexplained } from '#tests/isolation/doors/alike.ts'
import { doorReport } from '#tests/isolation/doors/door-faults.ts'
import { ELSEWHERE, FORMER, INSIDERS } from '#tests/isolation/doors/people.ts'

vi.hoisted(() => {
  process.env.MAILLAGE_CACHES = 'off'
})

it('With row-level security open, roles and “scope, then find” alone keep every door shut', async () => {
  const { faults, blind, hidden } = await doorReport('superuser', [ELSEWHERE, FORMER], INSIDERS)
  expect(faults).toEqual([])
  expect(unexplained(blind, hidden)).toEqual([])
}, 5_400_000)
