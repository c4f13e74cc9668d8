import { describe, expect, it } from 'vitest'
import { durationText } from './act.ts'
import { readDuration } from './read-duration.ts'
import { readSentence } from './read-sentence.ts'

/** A Wednesday. */
const TODAY = '2026-11-25'
const told = (sentence: string) => {
  const { words, ...said } = readSentence(sentence, TODAY)
  return { ...said, words: words.map(({ text }) => text).join(' ') }
}
const plain = { minutes: null, happenedOn: TODAY, channel: null, kind: null, words: '' }

describe('A sentence about a support', () => {
  it.each([
    ['Floki 45 min budget', { minutes: 45, kind: 'funding', words: 'Floki budget' }],
    ['1h30 visio Secondigny statuts hier', { minutes: 90, channel: 'video', kind: 'structuring', happenedOn: '2026-11-24', words: 'Secondigny statuts' }],
    ['1 h 30 Floki', { minutes: 90, words: 'Floki' }],
    ['Floki 2 h', { minutes: 120, words: 'Floki' }],
    ['Floki, 2h, mécénat', { minutes: 120, kind: 'funding', words: 'Floki mécénat' }],
    ['Floki 1,5 h', { minutes: 90, words: 'Floki' }],
    ['avec Floki pour le budget', { kind: 'funding', words: 'Floki pour le budget' }],
    ['Floki 30mn tél', { minutes: 30, channel: 'phone', words: 'Floki' }],
    ['lundi Floki 45 min', { minutes: 45, happenedOn: '2026-11-23', words: 'Floki' }],
    ['mercredi Floki', { happenedOn: '2026-11-18', words: 'Floki' }],
    ['avant-hier Floki', { happenedOn: '2026-11-23', words: 'Floki' }],
    ['12/03 Floki', { happenedOn: '2026-03-12', words: 'Floki' }],
    ['24/12 Floki', { happenedOn: '2025-12-24', words: 'Floki' }],
    ['12/03/24 Floki', { happenedOn: '2024-03-12', words: 'Floki' }],
    ['31/02 Floki', { words: '31/02 Floki' }],
    ['Jumelage 79 45 min', { minutes: 45, words: 'Jumelage 79' }],
    ['Floki 45 min 15 min', { minutes: 45, words: 'Floki 15 min' }],
    ['', {}],
    ['   ', {}],
    ['constructor __proto__', { words: 'constructor __proto__' }],
  ])('is understood: « %s »', (sentence, expected) => {
    expect(told(sentence)).toEqual({ ...plain, ...expected })
  }) // biome-ignore format: a table to read

  it('keeps the words that say the kind, and says which they are', () => {
    expect(readSentence('Floki budget', TODAY).words).toEqual([
      { text: 'Floki', topic: false },
      { text: 'budget', topic: true },
    ])
  })
})

describe('A duration', () => {
  it.each([['45', 45], ['45 min', 45], ['1h', 60], ['1 h 05', 65], ['2 heures', 120], ['1.5h', 90], ['', null], ['x', null], ['-5', null]] as const)(
    '« %s » is %s minutes',
    (said, minutes) => expect(readDuration(said)).toBe(minutes),
  ) // biome-ignore format: a table to read
  it('is written as it is read', () => {
    for (const minutes of [5, 45, 60, 65, 90, 600]) expect(readDuration(durationText(minutes))).toBe(minutes)
  })
})
