import { type Random, randomFrom } from './random.ts'

const FIRST_MILLISECOND = Date.UTC(2024, 0, 1)

/** What a row id belongs to: ids of different things never meet. */
export type RowIds = (index: number) => string

/** UUIDv7 of the same shape as those made by acts, in the order of the index, without a clock. */
export function rowIds(seed: string): RowIds {
  return (index) => {
    const random = randomFrom(`${seed}/${index}`)
    const time = (FIRST_MILLISECOND + index).toString(16).padStart(12, '0')
    const variant = (8 + random.between(0, 3)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 6)}${hex(random, 6)}`
  }
}

function hex(random: Random, digits: number) {
  return Math.floor(random.next() * 16 ** digits)
    .toString(16)
    .padStart(digits, '0')
}
