import { tellingWords } from '../organisation/compared-name.ts'
import { likenessOf } from '../organisation/likeness.ts'
import type { Given } from './given.ts'
import { WordsOfPlaces } from './words-of-places.ts'

/** What a record is recognised by. */
export type KnownOne = {
  id: string
  name: string
  acronym: string | null
  siren: string | null
  siret: string | null
  rna: string | null
  insee: string | null
  postalCode: string | null
  city: string | null
}
export type Match = { one: string } | { like: KnownOne[] } | null

const [MOST_LIKE, WIDEST] = [5, 60]
/** Two names at one place; and two at unknown places, or at different ones. */
const [LIKE_HERE, LIKE_ELSEWHERE] = [0.6, 0.75]

/**
 * The network's records by what recognises them: a number, or a name at a place, is the record; a name that
 * resembles it is a question for a person. Records are held by their rank, and a text that many share once:
 * a hundred thousand of them stay in the memory of a small machine.
 */
export class OrganisationIndex {
  private readonly records: KnownOne[] = []
  private readonly external = new Map<string, string>()
  private readonly byId = new Map<string, number>()
  private readonly byNumber: Ranks = new Map()
  private readonly byName: Ranks = new Map()
  /** By a word of the name and the place: what is compared letter by letter is kept small. */
  private readonly byWord = new WordsOfPlaces()
  private readonly texts = new Map<string, string>()

  /** `isNamed`: somebody said which tool numbers these lines; else two files may number otherwise. */
  private readonly isNamed: boolean

  constructor(isNamed: boolean) {
    this.isNamed = isNamed
  }

  add(row: KnownOne) {
    const { insee, postalCode, city } = row
    const one = { ...row, insee: this.once(insee), postalCode: this.once(postalCode), city: this.once(city) }
    const rank = this.records.push(one) - 1
    this.byId.set(one.id, rank)
    for (const key of numbersOf(one)) push(this.byNumber, key, rank)
    const words = tellingWords(one.name)
    push(this.byName, words.join(' '), rank)
    for (const place of placesOf(one))
      for (const word of words) if (word.length > 3) this.byWord.add(place, word, rank)
  }

  nameOutside(key: string, id: string) {
    this.external.set(key, id)
  }

  find({ fields, externalKey }: Given): Match {
    const [known] = this.at(this.byId.get(this.external.get(externalKey ?? '') ?? ''))
    const sought = soughtBy(fields)
    if (!known) return this.resembling(sought)
    if (this.isNamed || likeness(sought, known).score >= LIKE_HERE) return { one: known.id }
    // The number says one record, the rest says another: a person says which, unless the rest is sure.
    const other = this.resembling(sought)
    if (other && 'one' in other) return other
    const like = (other?.like ?? []).filter(({ id }) => id !== known.id)
    return { like: [known, ...like].slice(0, MOST_LIKE) }
  }

  private resembling(sought: Sought): Match {
    for (const key of numbersOf(sought)) {
      const found = this.at(this.byNumber.get(key)).filter((one) => !isOtherPlace(sought, one))
      if (found.length === 1) return { one: found[0]!.id }
      if (found.length > 1) return { like: found.slice(0, MOST_LIKE) }
    }
    const words = tellingWords(sought.name)
    const judged = this.near(sought, words).map((one) => ({ one, ...likeness(sought, one) }))
    const sure = judged.filter((it) => it.sure)
    if (sure.length === 1) return { one: sure[0]!.one.id }
    const like = judged
      .filter(({ one, score }) => score >= (isSamePlace(sought, one) ? LIKE_HERE : LIKE_ELSEWHERE))
      .sort((a, b) => b.score - a.score)
    return like.length > 0 ? { like: like.slice(0, MOST_LIKE).map(({ one }) => one) } : null
  }

  /** Those of the same name, then those that share a word and the place; the widest of both are cut. */
  private near(sought: Sought, words: string[]): KnownOne[] {
    const named = this.at(this.byName.get(words.join(' '))).slice(0, WIDEST)
    const ranks: number[] = []
    for (const place of placesOf(sought))
      for (const word of words)
        if (word.length > 3) ranks.push(...this.byWord.ranks(place, word, WIDEST - ranks.length))
    return [...new Set([...named, ...this.at(ranks)])]
  }

  private at(ranks: number | number[] | undefined): KnownOne[] {
    if (ranks === undefined) return []
    return typeof ranks === 'number' ? [this.records[ranks]!] : ranks.map((rank) => this.records[rank]!)
  }

  private once(text: string | null): string | null {
    if (text === null) return null
    const held = this.texts.get(text)
    if (held === undefined) this.texts.set(text, text)
    return held ?? text
  }
}

const likeness = (sought: Sought, one: KnownOne) =>
  likenessOf(sought, { ...one, aliases: [], formerNames: [] })

type Sought = Omit<KnownOne, 'id' | 'city'>

function soughtBy(fields: Record<string, unknown>): Sought {
  const text = (key: string) => (typeof fields[key] === 'string' ? (fields[key] as string) : null)
  const siret = text('siret')
  return {
    name: text('name') ?? '',
    acronym: text('acronym'),
    siret,
    siren: text('siren') ?? siret?.slice(0, 9) ?? null,
    rna: text('rna'),
    insee: text('insee'),
    postalCode: text('postalCode'),
  }
}

/** The surest first: two establishments of one organisation have one SIREN. */
const numbersOf = ({ siret, siren, rna }: Pick<Sought, 'siret' | 'siren' | 'rna'>) =>
  [siret && `t${siret}`, siren && `n${siren}`, rna && `r${rna}`].filter(Boolean) as string[]

const isOtherPlace = (sought: Sought, one: KnownOne) =>
  Boolean(sought.siret && one.siret && sought.siret !== one.siret)

const placesOf = ({ insee, postalCode }: Pick<Sought, 'insee' | 'postalCode'>) =>
  [insee && `i${insee}`, postalCode && `p${postalCode}`].filter(Boolean) as string[]

const isSamePlace = (sought: Sought, one: KnownOne) =>
  Boolean(
    (sought.insee && sought.insee === one.insee) ||
      (sought.postalCode && sought.postalCode === one.postalCode),
  )

/** One rank or several: nearly all keys have one. */
type Ranks = Map<string, number | number[]>

function push(map: Ranks, key: string, rank: number) {
  const there = map.get(key)
  if (there === undefined) map.set(key, rank)
  else if (typeof there === 'number') map.set(key, [there, rank])
  else there.push(rank)
}
