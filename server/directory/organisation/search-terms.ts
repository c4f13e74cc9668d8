import { BINDING, foldText } from '#packages/referentials/text.ts'

/** Words that carry nothing in a search typed in French or in English. */
const EMPTY_WORDS = new Set([
  ...BINDING,
  ...'avec ce ces dans in and for the ou par pres qui sur travaille travaillent un une'.split(' '),
])
const MOST_TERMS = 8
const SHORTEST_PREFIX = 3

/** The words of a search, folded, at most eight; empty words only count when there is nothing else. */
export function searchTerms(text: string): string[] {
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, 60))
  const telling = words.filter((word) => !EMPTY_WORDS.has(word))
  return (telling.length ? telling : words).slice(0, MOST_TERMS)
}

/** Words to search: all of them, the last one perhaps still being typed. */
export type Words = { terms: string[]; unfinished: boolean }

/**
 * The words for to_tsquery. Terms hold letters and figures only, so nothing of what was typed can
 * act as an operator.
 */
export function tsqueryText({ terms, unfinished }: Words): string {
  const last = terms.length - 1
  const opens = unfinished && canBeUnfinished(terms)
  return terms.map((term, index) => (opens && index === last ? `${term}:*` : term)).join(' & ')
}

export const canBeUnfinished = (terms: string[]) => (terms.at(-1)?.length ?? 0) >= SHORTEST_PREFIX
