import { BINDING, comparedWord, foldText } from '#packages/referentials/text.ts'

/** Words that say what half of the structures are, and link words: two names are not told apart by them. */
const EMPTY = new Set([...BINDING, ...'association associations asso assoc ass un une the and'.split(' ')])

/** A name's words as they are compared; all of them when each is an empty word. */
export function tellingWords(name: string): string[] {
  const words = foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(comparedWord)
  const telling = words.filter((word) => !EMPTY.has(word))
  return telling.length > 0 ? telling : words
}

/** A name as others are compared with it: its words, and their letters three by three, each once. */
export type ComparedName = { words: string[]; text: string; trigrams: Set<number> }

const kept = new Map<string, ComparedName>()
const MOST_KEPT = 5000

/** Whoever looks for resembling names compares each with many: the latest are not read again. */
export function comparedName(name: string): ComparedName {
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const words = tellingWords(name)
  const made = { words, text: words.join(' '), trigrams: trigramsOf(words) }
  kept.set(name, made)
  return made
}

/** Three letters as one number: a name has some twenty of them, and texts that short cost more. */
function trigramsOf(words: string[]): Set<number> {
  const trigrams = new Set<number>()
  for (const word of words) {
    let last = (SPACE << 16) | SPACE
    for (let at = 0; at <= word.length; at++) {
      const letter = at < word.length ? word.charCodeAt(at) : SPACE
      trigrams.add(last * 0x10000 + letter)
      last = ((last & 0xffff) << 16) | letter
    }
  }
  return trigrams
}

const SPACE = 32
