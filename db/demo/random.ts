/** A seeded source of chance: the same seed always tells the same story. */
export type Random = ReturnType<typeof randomFrom>

export function randomFrom(seed: string) {
  let state = hash(seed)
  /** mulberry32: a number in [0, 1). */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from `low` to `high`, both included. */
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const chance = (probability: number) => next() < probability
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  /** `count` different elements, fewer when the list is shorter. */
  const some = <T>(list: readonly T[], count: number): T[] => {
    const chosen = new Set<T>()
    const wanted = Math.min(count, list.length)
    for (let tries = 0; chosen.size < wanted && tries < 50; tries++) chosen.add(pick(list))
    return [...chosen]
  }
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list]
    for (let last = copy.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      ;[copy[last], copy[other]] = [copy[other]!, copy[last]!]
    }
    return copy
  }
  return { next, between, chance, pick, some, shuffled }
}

export type Urn<T> = (random: Random) => T

/** Draws among values in proportion to their weights. */
export function urnOf<T>(entries: readonly (readonly [T, number])[]): Urn<T> {
  let total = 0
  const limits = entries.map(([, weight]) => (total += weight))
  return (random) => {
    const drawn = random.next() * total
    let low = 0
    let high = limits.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (limits[middle]! > drawn) high = middle
      else low = middle + 1
    }
    return entries[low]![0]
  }
}

/** xmur3, one round: strings that differ by one letter give unrelated numbers. */
function hash(text: string): number {
  let mixed = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(index), 3432918353)
    mixed = (mixed << 13) | (mixed >>> 19)
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2246822507)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489909)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
