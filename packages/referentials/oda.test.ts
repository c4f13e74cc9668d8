import { describe, expect, it } from 'vitest'
import { isCountry } from './countries.ts'
import { isOdaRecipient, ODA_LISTS, odaListOn } from './oda.ts'

describe('Countries eligible for development assistance', () => {
  it('are all countries of the referential, each once', () => {
    for (const { codes } of ODA_LISTS) {
      expect(codes.filter((code) => !isCountry(code))).toEqual([])
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it.each(['SN', 'TG', 'BO', 'CI', 'UA', 'MG', 'BJ', 'TD', 'MA', 'PS'])('count %s among them', (code) => {
    expect(isOdaRecipient(code)).toBe(true)
  })

  it.each(['FR', 'DE', 'US', 'CL', 'UY', 'RO', 'AG', 'xx'])('do not count %s', (code) => {
    expect(isOdaRecipient(code)).toBe(false)
  })

  it('count Nauru until the end of 2025', () => {
    expect([isOdaRecipient('NR', '2025-12-31'), isOdaRecipient('NR', '2026-01-01')]).toEqual([true, false])
  })

  it('are those of the last list known when a day is after it', () => {
    expect(odaListOn('2031-01-01')).toBe(ODA_LISTS.at(-1))
    expect(odaListOn('2025-06-01').until).toBe('2025-12-31')
  })
})
