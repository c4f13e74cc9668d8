import { describe, expect, it } from 'vitest'
import { grid as gridSchema, type Scores, scoresFor } from './grid.schema.ts'
import { disagreement, eliminated, scoreOf, unfinished } from './grid.ts'

const words = (fr: string) => ({ fr, en: fr })
const criterion = (key: string, weight: number, max: number, more: object = {}) => ({
  ...{ key, label: words(key), weight, max },
  ...more,
})

/** Three criteria of JSI: what is built together counts twice. */
const JSI = gridSchema.parse({
  criteria: [
    criterion('built_together', 2, 5, { eliminatoryBelow: 2 }),
    criterion('prepared', 1, 10),
    criterion('lasting', 1, 5, { commentRequired: true }),
  ],
})
const review = (built_together: number | null, prepared: number | null, lasting: number | null): Scores => ({
  built_together: { score: built_together, comment: '' },
  prepared: { score: prepared, comment: '' },
  lasting: { score: lasting, comment: 'Le partenaire reste' },
})

describe('A grid', () => {
  it.each([
    [5, 10, 5, 100],
    [0, 0, 0, 0],
    [5, 0, 0, 50],
    [0, 10, 0, 25],
    [3, 7, 4, 67.5],
    [2.5, 5, 2.5, 50],
  ])('gives %d, %d and %d %d points in a hundred, whatever the scales', (first, second, third, points) => {
    expect(scoreOf(JSI, review(first, second, third))).toBe(points)
  })

  it('gives no points before its last mark, and tells which is awaited', () => {
    expect(scoreOf(JSI, review(5, null, 5))).toBeNull()
    expect(unfinished(JSI, review(5, null, 5))).toEqual(['prepared'])
    expect(unfinished(JSI, {})).toEqual(['built_together', 'prepared', 'lasting'])
  })

  it('awaits the comment that a criterion wants', () => {
    const silent = { ...review(5, 5, 5), lasting: { score: 5, comment: '  ' } }
    expect(unfinished(JSI, silent)).toEqual(['lasting'])
    expect(unfinished(JSI, review(5, 5, 5))).toEqual([])
  })

  it('puts out a file below a threshold, not one at it, and never for a mark that is missing', () => {
    expect(eliminated(JSI, review(1.5, 10, 5))).toEqual(['built_together'])
    expect(eliminated(JSI, review(2, 0, 0))).toEqual([])
    expect(eliminated(JSI, review(null, 10, 5))).toEqual([])
  })

  it('shows where reviews part, and how far', () => {
    expect(disagreement(JSI, [review(5, 10, 5), review(1, 8, 5)])).toEqual({
      ...{ reviews: 2, mean: 77.5, lowest: 55, highest: 100, spread: 45, high: true },
      criteria: [
        { key: 'built_together', spread: 80, high: true },
        { key: 'prepared', spread: 20, high: false },
      ],
    })
  })

  it('is not alarmed at the threshold itself, nor by one review, nor by one that is not finished', () => {
    expect(disagreement(JSI, [review(5, 10, 5), review(5, 0, 5)])).toMatchObject({ spread: 25, high: false })
    expect(disagreement(JSI, [review(5, 10, 5)])).toMatchObject({ reviews: 1, spread: 0, high: false })
    expect(disagreement(JSI, [review(5, 10, 5), review(0, null, 0)])).toMatchObject({ reviews: 1, mean: 100 })
    expect(disagreement(JSI, [])).toMatchObject({ reviews: 0, mean: null, spread: 0 })
  })

  it('refuses a mark off its scale, a third of a point, and a criterion it does not have', () => {
    const says = (key: string, score: number) =>
      scoresFor(JSI).safeParse({ [key]: { score } }).error?.issues[0]?.message
    expect(says('built_together', 6)).toBe('too_big')
    expect(says('built_together', 3.3)).toBe('half')
    expect(says('beauty', 1)).toBe('unknown_choice')
    expect(says('built_together', 4.5)).toBeUndefined()
  })

  it('is refused without criteria, with one twice, or with a threshold nobody reaches', () => {
    const twice = [criterion('prepared', 1, 5), criterion('prepared', 1, 5)]
    const unreachable = [criterion('prepared', 1, 5, { eliminatoryBelow: 6 })]
    for (const criteria of [[], twice, unreachable])
      expect(gridSchema.safeParse({ criteria }).success).toBe(false)
  })
})
