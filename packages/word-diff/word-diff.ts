export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

/** The table has this many rows and columns at most. */
const MOST_WORDS = 1500

const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}’']+|[^\s\p{L}\p{N}’']/gu) ?? []

export function diffWords(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const [one, other] = [wordsOf(before), wordsOf(after)]
  if (one.length > MOST_WORDS || other.length > MOST_WORDS) return replaced(before, after)
  const lengths = commonLengths(one, other)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      add(pieces, 'same', one[i]!)
      i++
      j++
    } else if (j >= other.length || (i < one.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      add(pieces, 'gone', one[i]!)
      i++
    } else {
      add(pieces, 'new', other[j]!)
      j++
    }
  }
  return pieces
}

const replaced = (before: string, after: string): Piece[] => [
  ...(before ? [{ kind: 'gone' as const, text: before }] : []),
  ...(after ? [{ kind: 'new' as const, text: after }] : []),
]

/** How many words the ends of both texts have in common, from every pair of places. */
function commonLengths(one: string[], other: string[]): Uint16Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1))
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        one[i] === other[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  return lengths
}

function add(pieces: Piece[], kind: Piece['kind'], text: string) {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}
