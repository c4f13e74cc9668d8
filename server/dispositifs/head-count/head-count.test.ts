import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeadCount, headCount } from './head-count.schema.ts'
import { agrees, difference, gapOf, isEmpty, peopleOf, totals } from './head-count.ts'

const count = (french: object, foreign: object = {}): HeadCount => headCount.parse({ french, foreign })

describe('A head count', () => {
  it('tells by how much 22 is not 8 + 13, and puts nothing right', () => {
    const jsi2025 = count({ total: 22, girls: 8, boys: 13 }, { total: 28, girls: 7, boys: 21 })
    expect(gapOf(jsi2025)).toEqual([{ origin: 'french', of: 'total', typed: 22, counted: 21, by: 1 }])
    expect(agrees(jsi2025)).toBe(false)
    expect(totals(jsi2025)).toEqual({ french: 22, foreign: 28, all: 50, girls: 15, boys: 34, other: 0 })
  })

  it('agrees for the VVV-SI files of 2025: 33 = 16 + 17 and 24 = 16 + 8', () => {
    const vvv2025 = count({ total: 33, girls: 16, boys: 17 }, { total: 24, girls: 16, boys: 8 })
    expect(gapOf(vvv2025)).toEqual([])
    expect(agrees(vvv2025)).toBe(true)
  })

  it('counts those whose sex is other or not stated', () => {
    expect(agrees(count({ total: 22, girls: 8, boys: 13, other: 1 }))).toBe(true)
  })

  it('is not complete without its total, nor without its parts', () => {
    expect(gapOf(count({ girls: 4, boys: 3 }))).toEqual([
      { origin: 'french', of: 'total', typed: null, counted: 7, by: -7 },
    ])
    expect(gapOf(count({}, { total: 12 }))).toMatchObject([{ origin: 'foreign', by: 12 }])
  })

  it('says nothing against a file of which nobody was counted yet, but does not close it', () => {
    expect(gapOf(count({}))).toEqual([])
    expect(isEmpty(count({}))).toBe(true)
    expect(agrees(count({}))).toBe(false)
    expect(peopleOf(count({}).french)).toBeNull()
  })

  it('is agreed with by nobody coming, which is something said', () => {
    expect(agrees(count({ total: 10, girls: 5, boys: 5 }, { total: 0 }))).toBe(true)
  })

  it('compares a sex with its age bands, and takes them for it where it was not typed', () => {
    const bands = [
      { from: 15, to: 17, girls: 5, boys: 2 },
      { from: 18, to: 25, girls: 3, boys: 4 },
    ]
    expect(gapOf(count({ total: 14, girls: 8, boys: 6, bands }))).toEqual([])
    expect(gapOf(count({ total: 14, girls: 9, boys: 5, bands }))).toEqual([
      { origin: 'french', of: 'girls', typed: 9, counted: 8, by: 1 },
      { origin: 'french', of: 'boys', typed: 5, counted: 6, by: -1 },
    ])
    expect(gapOf(count({ total: 14, bands }))).toEqual([])
  })

  it('knows no name, no half of a person, and no band twice', () => {
    expect(headCount.safeParse({ french: { names: ['Awa'] } }).success).toBe(false)
    expect(headCount.safeParse({ french: { total: 1.5 } }).success).toBe(false)
    expect(headCount.safeParse({ french: { total: -1 } }).success).toBe(false)
    const overlapping = [
      { from: 15, to: 18 },
      { from: 18, to: 25 },
    ]
    expect(headCount.safeParse({ french: { bands: overlapping } }).success).toBe(false)
  })

  it('tells what came against what was planned', () => {
    const planned = count({ total: 12, girls: 6, boys: 6 }, { total: 10, girls: 5, boys: 5 })
    const achieved = count({ total: 11, girls: 6, boys: 5 }, { total: 12, girls: 5, boys: 7 })
    expect(difference(planned, achieved)).toMatchObject({ french: -1, foreign: 2, all: 1, girls: 0, boys: 1 })
  })

  it('agrees whenever the total is the sum, and differs by exactly what was added to it', () => {
    const parts = fc.record({ girls: fc.nat(500), boys: fc.nat(500), other: fc.nat(500) })
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 1, max: 50 }), (french, foreign, more) => {
        const of = ({ girls, boys, other }: typeof french) => girls + boys + other
        const right = count({ ...french, total: of(french) }, { ...foreign, total: of(foreign) })
        const wrong = count({ ...french, total: of(french) + more }, { ...foreign, total: of(foreign) })
        expect(gapOf(right)).toEqual([])
        expect(totals(right).all).toBe(of(french) + of(foreign))
        expect(gapOf(wrong).map(({ by }) => by)).toEqual([more])
      }),
    )
  })
})
