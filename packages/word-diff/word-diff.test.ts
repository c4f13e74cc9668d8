import { describe, expect, it } from 'vitest'
import { diffWords } from './word-diff.ts'

const without = (kind: 'gone' | 'new', before: string, after: string) =>
  diffWords(before, after)
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('What changed between two texts', () => {
  it('is said word by word', () => {
    expect(diffWords('Deux écoles au Togo.', 'Trois écoles au Bénin.')).toEqual([
      { kind: 'gone', text: 'Deux' },
      { kind: 'new', text: 'Trois' },
      { kind: 'same', text: ' écoles au ' },
      { kind: 'gone', text: 'Togo' },
      { kind: 'new', text: 'Bénin' },
      { kind: 'same', text: '.' },
    ])
  })

  it.each([
    ['', 'Un texte'],
    ['Un texte', ''],
    ['a b  c\nd', 'a  b c d e'],
    ['mot '.repeat(2000), 'mot autre'],
  ])('gives both texts back whole', (before, after) => {
    expect([without('new', before, after), without('gone', before, after)]).toEqual([before, after])
  })

  it('is nothing for a text that stayed', () => {
    expect([diffWords('', ''), diffWords('x', 'x')]).toEqual([[], [{ kind: 'same', text: 'x' }]])
  })
})
