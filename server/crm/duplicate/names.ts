import { BINDING, comparedWord, foldText } from '#packages/referentials/text.ts'

/** Says nothing of which organisation it is, whatever stands beside it. */
const EMPTY = new Set([
  ...BINDING,
  ...'avec dans in and for ou par sur un une association asso assoc loi 1901'.split(' '),
])

/** Of which level a local authority is; said in many ways, « Conseil départemental » or « Département ». */
const LEVEL_OF = new Map<string, Level>([
  ['ville', 'municipality'],
  ['mairie', 'municipality'],
  ['commune', 'municipality'],
  ['municipalite', 'municipality'],
  ['departement', 'department'],
  ['departemental', 'department'],
  ['region', 'region'],
  ['regional', 'region'],
  ['communaute', 'intercommunality'],
  ['agglomeration', 'intercommunality'],
  ['agglo', 'intercommunality'],
  ['intercommunalite', 'intercommunality'],
  ['metropole', 'intercommunality'],
])
const WITH_LEVEL = new Set([
  'conseil',
  'municipal',
  'communal',
  'general',
  'ca',
  'cc',
  'cd',
  'urbaine',
  'communes',
])
export type Level = 'municipality' | 'department' | 'region' | 'intercommunality'

/** Words so many organisations have that sharing one says little. */
const COMMON = new Set(
  `ami amitie action aide solidarite solidaire solidaires cooperation developpement international internationale
  internationaux france francais francaise afrique monde enfant ensemble comite jumelage ecole lycee college
  universite centre hospitalier fondation federation collectif reseau groupe maison institut union club education
  culture eau sante village humanitaire jeune formation agricole rural public general professionnel appui projet
  partenariat echange syndicat chambre agence service office espace st ste`.split(/\s+/),
)

export type Name = {
  /** Its telling words, each with how much it says. */
  words: Map<string, number>
  weight: number
  /** The telling words in one order, and as one word: « GrandAngoulême » is « Grand Angoulême ». */
  key: string
  joined: string
  level: Level | null
}

/** A name as it is compared with another; what it says of the town counts little, the town is compared apart. */
export function nameOf(text: string, kind: string, city: string | null): Name {
  const authority = kind === 'local_authority'
  const all = wordsOf(text)
  const level = authority ? (all.map((word) => LEVEL_OF.get(word)).find(Boolean) ?? null) : null
  const bare = authority ? all.filter((word) => !LEVEL_OF.has(word) && !WITH_LEVEL.has(word)) : all
  const kept = bare.length > 0 ? bare : all
  const town = new Set(authority ? [] : wordsOf(city ?? ''))
  const words = new Map(kept.map((word) => [word, COMMON.has(word) || town.has(word) ? 0.3 : 1]))
  return {
    words,
    weight: [...words.values()].reduce((sum, one) => sum + one, 0),
    key: [...words.keys()].sort().join(' '),
    joined: kept.join(''),
    level,
  }
}

/** Folded words without empty ones nor plurals. */
export function wordsOf(text: string): string[] {
  const all = foldText(text)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(comparedWord)
  const telling = all.filter((word) => !EMPTY.has(word))
  return (telling.length > 0 ? telling : all).map((word) =>
    word.length > 3 ? word.replace(/(?<!s)s$|x$/, '') : word,
  )
}

/** From 0 to 1: how much of what two names say is said by both, slips of the keyboard allowed. */
export function likeness(one: Name, other: Name): number {
  if (one.key === other.key || one.joined === other.joined) return 1
  let shared = 0
  const left = new Map(other.words)
  for (const [word, weight] of one.words) {
    const same = left.has(word) ? word : [...left.keys()].find((near) => isSlip(word, near))
    if (same === undefined) continue
    shared += Math.min(weight, left.get(same)!) * (same === word ? 1 : 0.9)
    left.delete(same)
  }
  return (2 * shared) / (one.weight + other.weight || 1)
}

const LONGEST_WITHOUT_SLIP = 4

/** One letter more, less or other, or two neighbours swapped, in a word long enough to be known again. */
function isSlip(one: string, other: string): boolean {
  const gap = one.length - other.length
  if (Math.min(one.length, other.length) <= LONGEST_WITHOUT_SLIP || Math.abs(gap) > 1) return false
  if (/\d/.test(one)) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)]
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a === [...b].reverse().join(''))
}
