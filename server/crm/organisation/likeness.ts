import { slipsBetween } from '#packages/referentials/slips.ts'
import { comparedName } from './compared-name.ts'

/** A structure one is about to add, with what is known of it so far. */
export type Sought = {
  name: string
  acronym?: string | null
  siren?: string | null
  rna?: string | null
  insee?: string | null
  postalCode?: string | null
}
/** A record it may be. */
export type Resembling = {
  name: string
  acronym: string | null
  aliases: string[]
  formerNames: { name: string }[]
  siren: string | null
  rna: string | null
  insee: string | null
  postalCode: string | null
}
export type Reason = 'siren' | 'rna' | 'same_name' | 'other_name' | 'near_name'
/** `sure`: the same numbers, or the same name at the same place. All else is a proposal to a person, never a decision. */
export type Likeness = { score: number; reason: Reason; sure: boolean }

/** Under this, two structures have nothing to do with each other. */
export const LEAST_LIKENESS = 0.5

/** Of 1 for the same name: what the place adds or takes. */
const NAME_WEIGHT = 0.8
const SAME_PLACE = 0.15
const OTHER_PLACE = -0.15
/** Two numbers that differ: sections of one federation bear its name, and are not it. */
const OTHER_NUMBER = -0.25
/** All the words of one are in the other: « Floki » and « Floki Solidarité Sénégal ». */
const WITHIN = 0.8

export function likenessOf(sought: Sought, known: Resembling): Likeness {
  if (sought.siren && sought.siren === known.siren) return { score: 1, reason: 'siren', sure: true }
  if (sought.rna && sought.rna === known.rna) return { score: 0.99, reason: 'rna', sure: true }
  const own = nameLikeness(sought.name, known.name)
  const others = [known.acronym ?? '', ...known.aliases, ...known.formerNames.map(({ name }) => name)]
  const names = [sought.name, sought.acronym ?? ''].filter(Boolean)
  const other = Math.max(
    0,
    ...others.filter(Boolean).flatMap((name) => names.map((one) => nameLikeness(one, name))),
    sought.acronym ? nameLikeness(sought.acronym, known.name) : 0,
  )
  const place = placeOf(sought, known)
  const numbers = differ(sought.siren, known.siren) || differ(sought.rna, known.rna) ? OTHER_NUMBER : 0
  const around = { same: SAME_PLACE, other: OTHER_PLACE, unknown: 0 }[place] + numbers
  const score = Math.min(0.98, Math.max(0, NAME_WEIGHT * Math.max(own, other) + around))
  const reason = own === 1 ? 'same_name' : other > own && other >= WITHIN ? 'other_name' : 'near_name'
  return { score, reason, sure: own === 1 && place === 'same' && numbers === 0 }
}

const differ = (one: string | null | undefined, other: string | null) =>
  Boolean(one && other && one !== other)

function placeOf(sought: Sought, known: Resembling): 'same' | 'other' | 'unknown' {
  if (sought.insee && sought.insee === known.insee) return 'same'
  if (sought.postalCode && sought.postalCode === known.postalCode) return 'same'
  return differ(sought.insee, known.insee) || differ(sought.postalCode, known.postalCode)
    ? 'other'
    : 'unknown'
}

/** 1: the same words. Otherwise what their letters, three by three, have in common. */
export function nameLikeness(one: string, other: string): number {
  const [mine, theirs] = [comparedName(one), comparedName(other)]
  if (mine.text === theirs.text) return 1
  const [few, many] =
    mine.words.length <= theirs.words.length ? [mine.words, theirs.words] : [theirs.words, mine.words]
  const within = few.every((word) => many.includes(word)) && few.join('').length >= 4
  return Math.max(
    within ? WITHIN : 0,
    shared(mine.trigrams, theirs.trigrams),
    nearlyWritten(mine.text, theirs.text),
  )
}

const MOST_SLIPS = 2

/** A slip or two of the keyboard in the whole name. */
function nearlyWritten(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > MOST_SLIPS) return 0
  const slips = slipsBetween(one, other, MOST_SLIPS)
  return slips <= MOST_SLIPS ? 1 - slips / longest : 0
}

function shared(one: Set<number>, other: Set<number>): number {
  let common = 0
  for (const trigram of one) if (other.has(trigram)) common++
  const all = one.size + other.size - common
  return all === 0 ? 0 : common / all
}
