import { describe, expect, it } from 'vitest'
import { matching } from './choice-search.ts'
import { rangeOf } from './date-ranges.ts'
import { readCents, writeCents } from './money.ts'
import { countOf, totalsOf } from './people-counts.ts'
import { readDate } from './read-date.ts'
import { pageOf, readColumns, readSort, sortedBy } from './sorting.ts'

describe('A date', () => {
  it.each([
    ['28/11/2026', '2026-11-28'],
    [' 28.11.26 ', '2026-11-28'],
    ['28 nov. 2026', '2026-11-28'],
    ['samedi 28 novembre 2026', '2026-11-28'],
    ['1er décembre 2026', '2026-12-01'],
    ['3 août 2026', '2026-08-03'],
    ['4 February 2026', '2026-02-04'],
    ['29 juin 26', '2026-06-29'],
    ['14 juillet 2026', '2026-07-14'],
    ['2026-11-28', '2026-11-28'],
    ['29/02/2028', '2028-02-29'],
  ])('« %s » is read as %s', (text, day) => expect(readDate(text)).toBe(day))

  it.each(['31/04/2026', '29/02/2026', '00/01/2026', '12/13/2026', '28/11', 'demain', '', '3 floréal 2026'])(
    '« %s » is no day',
    (text) => expect(readDate(text)).toBeNull(),
  )

  it('range is counted from the day that is given, both ends included', () => {
    expect(rangeOf('thisYear', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-11-21' })
    expect(rangeOf('lastYear', '2026-11-21')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(rangeOf('thisMonth', '2026-11-21')).toEqual({ from: '2026-11-01', to: '2026-11-21' })
    expect(rangeOf('last12Months', '2026-11-21')).toEqual({ from: '2025-11-22', to: '2026-11-21' })
    expect(rangeOf('last12Months', '2028-02-29').from).toBe('2027-03-01')
    expect(rangeOf('last12Months', '2026-12-31').from).toBe('2026-01-01')
  })
})

describe('An amount', () => {
  it.each([
    ['1 234,5 €', 123_450],
    ['1 234,50', 123_450],
    ['12', 1200],
    ['0,05', 5],
    ['-3.10', -310],
    ['-0', 0],
  ])('« %s » is %d cents', (text, cents) => expect(readCents(text)).toBe(cents))

  it.each(['', 'douze', '1,234,50', '12,345', '1e3', '--1', '9999999999999'])('« %s » is none', (text) =>
    expect(readCents(text)).toBeNull(),
  )

  it('is written so that it is read back, in both languages', () => {
    for (const locale of ['fr', 'en'])
      for (const cents of [0, 5, 100, 123_450, 98_765_432_10, -310])
        expect(readCents(writeCents(cents, locale))).toBe(cents)
    expect(writeCents(123_450, 'fr')).toBe('1 234,50')
    expect(writeCents(120_000, 'fr')).toBe('1 200')
  })
})

describe('People counted', () => {
  it('are added by row, by column and in all; what is no number counts for nothing', () => {
    const counts = { women: { young: '3', old: '4' }, men: { young: 'x', old: '1 000' } }
    expect(totalsOf(counts, ['women', 'men'], ['young', 'old'])).toEqual({
      byRow: { women: 7, men: 1000 },
      byColumn: { young: 3, old: 1004 },
      all: 1007,
    })
    expect([countOf('-3'), countOf('2,5'), countOf(undefined)]).toEqual([0, 0, 0])
  })
})

describe('An address', () => {
  const first = { by: 'name', down: false }
  it('says the order, and a click on the same column turns it round', () => {
    const query = new URLSearchParams('q=eau&page=3')
    expect(readSort(new URLSearchParams('tri=-city'), ['name', 'city'], first)).toEqual({
      by: 'city',
      down: true,
    })
    expect(readSort(new URLSearchParams('tri=password'), ['name'], first)).toEqual(first)
    expect(sortedBy(query, 'name', first)).toBe('?q=eau&tri=-name')
    expect(sortedBy(query, 'name', { by: 'name', down: true })).toBe('?q=eau&tri=name')
    expect(pageOf(query, 4)).toBe('?q=eau&page=4')
  })

  it('says the columns, in their own order, and leaves out those that do not exist', () => {
    const all = ['kind', 'place', 'siren'] as const
    expect(readColumns(new URLSearchParams(), all, ['kind'])).toEqual(['kind'])
    expect(readColumns(new URLSearchParams('col=&col=siren&col=kind&col=x'), all, ['place'])).toEqual([
      'kind',
      'siren',
    ])
    expect(readColumns(new URLSearchParams('col='), all, ['place'])).toEqual([])
  })
})

describe('A search among choices', () => {
  const groups = [
    {
      key: 'w',
      label: 'Afrique de l’Ouest',
      choices: [
        { value: 'BJ', label: 'Bénin' },
        { value: 'SN', label: 'Sénégal' },
      ],
    },
    { key: 'l', label: 'Amérique latine', choices: [{ value: 'BR', label: 'Brésil' }] },
  ]
  const found = (typed: string) =>
    matching(groups, typed).flatMap(({ choices }) => choices.map(({ value }) => value))
  it('answers beginnings of words without their accents, and a group by its name', () => {
    expect(found('sene')).toEqual(['SN'])
    expect(found('ouest')).toEqual(['BJ', 'SN'])
    expect(found('ouest ben')).toEqual(['BJ'])
    expect(found('egal')).toEqual([])
    expect(found(' ')).toEqual(['BJ', 'SN', 'BR'])
  })
})
