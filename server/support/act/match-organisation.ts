import { slipsBetween } from '#packages/referentials/slips.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { ReadSentence } from './read-sentence.ts'
import { LINK_WORDS } from './sentence-words.ts'

/** A record that some words of a sentence may name. */
export type Named = {
  id: string
  name: string
  acronym: string | null
  aliases: string[]
  city: string | null
}

type Word = ReadSentence['words'][number]

/** A word that also says the kind of support names an organisation less surely. */
const TOPIC_WEIGHT = 0.3
const SLIP_WEIGHT = 0.7
const CITY_WEIGHT = 0.5
/** For each word of the name that was not said: « Floki » rather than « Les Amis de Floki ». */
const UNSAID = 0.08

/** Who a sentence is about, the likeliest first, each with the words that are then the topic. */
export function organisationsNamed<One extends Named>(words: Word[], known: One[]) {
  return known
    .map((one) => ({ organisation: one, ...scoreOf(words, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.organisation.name.localeCompare(b.organisation.name, 'fr'))
    .map(({ organisation, said }) => ({ organisation, topic: topicOf(words, said) }))
}

function scoreOf(words: Word[], { name, acronym, aliases, city }: Named) {
  const names = [name, acronym ?? '', ...aliases].map(wordsOf)
  const town = wordsOf(city ?? '')
  let score = 0
  const said = new Set<number>()
  for (const [index, { text, topic }] of words.entries()) {
    const folded = foldText(text)
    if (LINK_WORDS.has(folded)) continue
    const parts = wordsOf(text)
    const own = Math.max(
      ...parts.map((part) => Math.max(...names.flat().map((word) => sameness(part, word)), 0)),
      0,
    )
    const near = own === 0 && parts.some((part) => town.includes(part)) ? CITY_WEIGHT : 0
    const weight = own * (topic ? TOPIC_WEIGHT : 1) || near
    if (weight > 0) said.add(index)
    score += weight
  }
  const unsaid = wordsOf(name).filter((word) => !words.some(({ text }) => wordsOf(text).includes(word)))
  return { score: score === 0 ? 0 : Math.max(0.01, score - UNSAID * unsaid.length), said }
}

const wordsOf = (text: string) =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !LINK_WORDS.has(word))

function sameness(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length >= 4 && word.startsWith(typed)) return 0.9
  const most = typed.length < 8 ? 1 : 2
  return typed.length >= 4 && slipsBetween(typed, word, most) <= most ? SLIP_WEIGHT : 0
}

/** What was said besides the name; link words at its ends bind nothing any more. */
function topicOf(words: Word[], said: Set<number>): string {
  const left = words.filter((_, index) => !said.has(index)).map(({ text }) => text)
  while (left.length && LINK_WORDS.has(foldText(left[0]!))) left.shift()
  while (left.length && LINK_WORDS.has(foldText(left.at(-1)!))) left.pop()
  return left.join(' ')
}
