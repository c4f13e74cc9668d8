import { expect, it } from 'vitest'
import { days, moments } from './dates.ts'

it('the first of a month is « 1er », and its eleventh is not', () => {
  const french = days('fr', 'UTC', 'long')
  expect([french.format(new Date('2024-01-01')), french.format(new Date('2024-01-11'))]).toEqual([
    '1er janvier 2024',
    '11 janvier 2024',
  ])
})

it('English dates are those of Europe, and a moment is read on the clock asked for', () => {
  expect(days('en', 'UTC').format(new Date('2026-11-21'))).toBe('21 Nov 2026')
  expect(moments('fr', 'America/Cayenne').format(new Date('2026-11-21T02:00:00Z'))).toContain('20 nov. 2026')
})
