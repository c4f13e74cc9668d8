/** Room for the number of a place, of a word and of a record in one entry. */
const BITS = 21n
const MASK = (1n << BITS) - 1n

/**
 * Which records bear a word at a place, by their ranks, in their order: numbers sorted once, because a list
 * for each couple would take most of the memory of an import.
 */
export class WordsOfPlaces {
  private readonly places = new Map<string, number>()
  private readonly words = new Map<string, number>()
  private entries = new BigUint64Array(1024)
  private size = 0
  private isSorted = true

  add(place: string, word: string, rank: number) {
    if (this.size === this.entries.length) {
      const wider = new BigUint64Array(this.size * 2)
      wider.set(this.entries)
      this.entries = wider
    }
    const couple = this.coupleOf(numbered(this.places, place), numbered(this.words, word))
    this.entries[this.size++] = (couple << BITS) | BigInt(rank)
    this.isSorted = false
  }

  /** The first `most` of them. */
  ranks(place: string, word: string, most: number): number[] {
    const [at, of] = [this.places.get(place), this.words.get(word)]
    if (at === undefined || of === undefined) return []
    if (!this.isSorted) this.sort()
    const couple = this.coupleOf(at, of)
    const found: number[] = []
    for (let next = this.firstFrom(couple << BITS); found.length < most && next < this.size; next++) {
      const entry = this.entries[next]!
      if (entry >> BITS !== couple) break
      found.push(Number(entry & MASK))
    }
    return found
  }

  private coupleOf = (place: number, word: number) => (BigInt(place) << BITS) | BigInt(word)

  private sort() {
    this.entries.subarray(0, this.size).sort()
    this.isSorted = true
  }

  private firstFrom(least: bigint): number {
    let [from, until] = [0, this.size]
    while (from < until) {
      const middle = (from + until) >>> 1
      if (this.entries[middle]! < least) from = middle + 1
      else until = middle
    }
    return from
  }
}

function numbered(numbers: Map<string, number>, text: string): number {
  const there = numbers.get(text)
  if (there !== undefined) return there
  numbers.set(text, numbers.size)
  return numbers.size - 1
}
