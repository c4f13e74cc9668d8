import { type Alike, alike, type Comparable, type Prepared, prepared } from './alike.ts'

export type Pair = Alike & { left: string; right: string }

/** More records than that have it in common: it does not bring them near. */
const LARGEST_GROUP = 40
const RARE = 25

/** How many records are gone through between two turns given back to whoever calls. */
export const TURN = 200
/** Times every record is gone through. */
export const ROUNDS = 3

/**
 * Every pair worth asking about. Only records that have something telling in common are compared: a number,
 * a name, a site, a rare word, a telling word in one town. A null now and then lets the caller leave others
 * their turn.
 */
export function* pairsAmong(given: Comparable[]): Generator<Pair | null> {
  const records: Prepared[] = []
  const holders = new Map<string, number>()
  for (const one of given) {
    const record = prepared(one)
    for (const word of new Set(record.names.flatMap(({ words }) => [...words.keys()])))
      holders.set(word, (holders.get(word) ?? 0) + 1)
    if (records.push(record) % TURN === 0) yield null
  }
  const isRare = (word: string) => holders.get(word)! <= RARE
  const keysOf: string[][] = []
  const members = new Map<string, number[]>()
  for (const record of records) {
    const all = [...new Set(keys(record, isRare))]
    for (const key of all) {
      const group = members.get(key)
      if (group) group.push(keysOf.length)
      else members.set(key, [keysOf.length])
    }
    if (keysOf.push(all) % TURN === 0) yield null
  }
  const seen = new Int32Array(records.length).fill(-1)
  for (let at = 0; at < records.length; at++) {
    const one = records[at]!
    for (const key of keysOf[at]!) {
      const group = members.get(key)!
      if (group.length > LARGEST_GROUP) continue
      for (const other of group) {
        if (other <= at || seen[other] === at) continue
        seen[other] = at
        const found = alike(one, records[other]!)
        if (found) yield { ...found, ...ordered(one.id, records[other]!.id) }
      }
    }
    if (at % TURN === 0) yield null
  }
}

export const ordered = (one: string, other: string) =>
  one < other ? { left: one, right: other } : { left: other, right: one }

/** Short names have shorter ends; those between have both, so that a letter more changes nothing. */
const endsOf = ({ length }: string) => [...(length <= 11 ? [3] : []), ...(length >= 10 ? [5] : [])]

function* keys(record: Prepared, isRare: (word: string) => boolean): Generator<string> {
  const { siren, rna, host, mail, mailDomain, insee, postalCode, names, acronyms } = record
  if (siren) yield `siren ${siren}`
  if (rna) yield `rna ${rna}`
  if (host) yield `host ${host}`
  if (mail) yield `mail ${mail}`
  if (mailDomain) yield `domain ${mailDomain}`
  const places = [insee, postalCode].filter((place) => place !== null)
  for (const letters of acronyms) {
    yield `acronym ${letters}`
    for (const place of places) yield `acronym ${letters} ${place}`
  }
  for (const { key, joined, words } of names) {
    yield `name ${key}`
    yield `joined ${joined}`
    for (const [word, weight] of words) {
      if (isRare(word)) yield `word ${word}`
      if (weight === 1) for (const place of places) yield `word ${word} ${place}`
    }
    for (const place of places) {
      yield `name ${key} ${place}`
      // A slip in a name of one word: one of its two ends remains.
      for (const letters of endsOf(joined)) {
        yield `begins ${joined.slice(0, letters)} ${place}`
        yield `ends ${joined.slice(-letters)} ${place}`
      }
    }
  }
}
