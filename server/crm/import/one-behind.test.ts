import { describe, expect, it } from 'vitest'
import { oneBehind } from './one-behind.ts'
import { WordsOfPlaces } from './words-of-places.ts'

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve()
}

describe('A work that makes the next piece while the last is kept', () => {
  const recorded = (keep: (piece: number) => Promise<void>, failing?: number) => {
    const told: string[] = []
    let made = 0
    const done = oneBehind(
      async () => {
        await turns(5)
        if (made === failing) throw new Error('made no more')
        if (made === 3) return null
        made++
        told.push(`made ${made}`)
        return made
      },
      async (piece) => {
        await turns(20)
        await keep(piece)
        told.push(`kept ${piece}`)
      },
    )
    return { told, done }
  }

  it('keeps every piece, in order, each one behind', async () => {
    const { told, done } = recorded(async () => {})
    await done
    expect(told).toEqual(['made 1', 'made 2', 'kept 1', 'made 3', 'kept 2', 'kept 3'])
  })

  it('ends when a piece cannot be kept, the last one included', async () => {
    const failingAt = (at: number) => async (piece: number) => {
      if (piece === at) throw new Error('not kept')
    }
    const first = recorded(failingAt(1))
    await expect(first.done).rejects.toThrow('not kept')
    expect(first.told).toEqual(['made 1', 'made 2'])
    const last = recorded(failingAt(3))
    await expect(last.done).rejects.toThrow('not kept')
    expect(last.told).toContain('kept 2')
  })

  it('ends when a piece cannot be made, once the one before is kept', async () => {
    const { told, done } = recorded(async () => {}, 2)
    await expect(done).rejects.toThrow('made no more')
    expect(told).toEqual(['made 1', 'made 2', 'kept 1', 'kept 2'].slice(0, told.length))
    expect(told.at(-1)).toBe('kept 2')
  })
})

describe('The records that bear a word at a place', () => {
  it('are those a list for each couple would hold, in their order and no more than asked', () => {
    const held = new WordsOfPlaces()
    const listed = new Map<string, number[]>()
    for (let rank = 0; rank < 5000; rank++)
      for (const word of [`mot${rank % 7}`, `rare${rank % 911}`]) {
        const place = `p${rank % 13}`
        held.add(place, word, rank)
        listed.set(`${place} ${word}`, [...(listed.get(`${place} ${word}`) ?? []), rank])
      }
    for (const [couple, ranks] of listed) {
      const [place, word] = couple.split(' ') as [string, string]
      expect(held.ranks(place, word, 60)).toEqual(ranks.slice(0, 60))
    }
    expect(held.ranks('p1', 'mot1', 0)).toEqual([])
    expect(held.ranks('p99', 'mot1', 60)).toEqual([])
    held.add('p99', 'mot1', 5000)
    expect(held.ranks('p99', 'mot1', 60)).toEqual([5000])
  })
})
