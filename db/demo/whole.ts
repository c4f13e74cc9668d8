import { kindOf, type SubkindKey } from '#packages/referentials/kinds.ts'
import { of } from './french.ts'
import { type Random, randomFrom } from './random.ts'

/** Numbers that the regulator keeps for stories: nobody answers there. */
const STORY_NUMBERS = ['01 99 00', '02 61 91', '03 53 01', '04 65 71', '05 36 49', '06 39 98']

/** What others may be branches of. */
const HEADS: SubkindKey[] = ['national_ngo', 'federation', 'diaspora_association']
const ONE_BRANCH_IN = 90

export type Head = { id: string; name: string }
/** Organisations told so far that may have branches. */
export type Heads = Head[]

type Told = {
  slug: string
  subkind: SubkindKey
  city: string
  insee: string | null
  address: string | null
  countries: string[]
  createdAt: Date
  /** Abroad, where it works. */
  place: string
  isPublic: boolean
}

/** The seed of what an organisation says beyond the rest: drawn apart, so that the rest does not move. */
export const wholeRandom = (network: string, index: number) => randomFrom(`${network}/whole/${index}`)

/** A branch bears the name of what it is a branch of. */
export function headOf(subkind: SubkindKey, drawn: boolean, heads: Heads, random: Random): Head | null {
  if (!drawn || subkind !== 'local_association' || heads.length === 0) return null
  return random.between(1, ONE_BRANCH_IN) === 1 ? random.pick(heads) : null
}

export function keepHead(heads: Heads, { id, name, subkind }: Head & { subkind: SubkindKey }) {
  if (HEADS.includes(subkind)) heads.push({ id, name })
}

export function wholeOf(told: Told, random: Random) {
  const { slug, subkind, countries, address, insee, isPublic } = told
  const reached = !isPublic && random.chance(0.55)
  return {
    formerNames: formerNames(told, random),
    seatCountry: insee === null ? (countries[0] ?? 'BE') : 'FR',
    seatPrivate: subkind === 'local_association' && address !== null && random.chance(0.12),
    email: reached ? `contact@${slug}.example` : null,
    phone: !isPublic && random.chance(0.4) ? phoneFrom(random) : null,
    aggregated: isPublic || !random.chance(0.004),
    shownToNetworks: isPublic || !random.chance(0.008),
    contactable: isPublic || !random.chance(0.02),
    // A few want their address read by everyone; drawn from the name, so that nothing else moves.
    emailShown: slug.length % 6 === 0,
  }
}

export const phoneFrom = (random: Random) =>
  `${random.pick(STORY_NUMBERS)} ${random.between(10, 99)} ${random.between(10, 99)}`

function formerNames({ subkind, city, place, createdAt, isPublic }: Told, random: Random) {
  if (isPublic || kindOf(subkind) !== 'association' || !random.chance(0.05)) return []
  const until = createdAt.getUTCFullYear() - random.between(0, 4)
  const name = random.pick([
    `Les Amis ${of(place)}`,
    `Amitié ${city}–${place}`,
    `Collectif ${city} solidaire`,
  ])
  return [{ name, from: String(until - random.between(3, 15)), until: String(until) }]
}
