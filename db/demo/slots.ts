import { DEPARTMENTS, departmentCodeOf } from '#packages/referentials/departments.ts'
import type { KindKey } from '#packages/referentials/kinds.ts'
import type { Known, Plan, Slot } from './organisation.ts'
import { publicationDays } from './publication-days.ts'
import { type Random, urnOf } from './random.ts'
import { countCommunes, type Seats } from './seats.ts'

const KIND_WEIGHTS: [KindKey, number][] = [
  ['association', 70],
  ['local_authority', 12],
  ['education_research', 8],
  ['company', 6],
  ['public_body', 2],
  ['other', 2],
]
const OUTSIDE_SHARE = 0.009
const departmentOf = (known: Known) => (known.insee === null ? null : departmentCodeOf(known.insee))

/** What each organisation of a network will be, so that every count of the plan is exact. */
export function slotsOf(plan: Plan, seats: Seats, random: Random): Slot[] {
  const known = plan.known.slice(0, plan.organisations).map((one) => slot(one.kind, departmentOf(one), one))
  const members = memberSlots(plan, known, seats, random)
  const others = otherSlots(plan, plan.organisations - known.length - members.length, seats, random)
  const slots = [...known, ...random.shuffled([...members, ...others])]
  choose(slots, plan.listed, 'listed', (one) => (one.member ? 3 : 0) + (wish(one) ?? 0), random)
  choose(slots, plan.actors, 'actor', (one) => (one.member ? 0.6 : 0) + (one.listed ? 0.3 : 0), random)
  publicationDays(slots, plan.publishedLate, random)
  return slots
}

function slot(kind: KindKey, department: string | null, known?: Known): Slot {
  const member = known?.member ?? false
  return { kind, department, member, listed: false, actor: false, publishedOn: null, known }
}

/** A known organisation may ask to be listed, or not to be. */
function wish({ known }: Slot): number | undefined {
  return known?.listed === undefined ? undefined : known.listed ? 2 : -2
}

function memberSlots(plan: Plan, known: Slot[], seats: Seats, random: Random): Slot[] {
  const taken = known.filter((one) => one.member)
  const { members } = plan
  if (typeof members === 'number') {
    const missing = Math.max(0, Math.min(members - taken.length, plan.organisations - known.length))
    return otherSlots(plan, missing, seats, random, 0).map((one) => ({ ...one, member: true }))
  }
  const kinds = remaining(
    members.byKind,
    taken.map(({ kind }) => kind),
  )
  const departments = remaining(
    members.byDepartment,
    taken.map(({ department }) => department ?? ''),
  )
  if (kinds.length !== departments.length) throw new Error(`${plan.slug}: the quotas of members do not agree`)
  const shuffled = random.shuffled(departments)
  return random
    .shuffled(kinds)
    .map((kind, index) => ({ ...slot(kind as KindKey, shuffled[index]!), member: true }))
}

/** The quotas laid out one by one, less those already given. */
function remaining(quotas: Record<string, number>, taken: string[]): string[] {
  return Object.entries(quotas).flatMap(([key, count]) => {
    const left = count - taken.filter((one) => one === key).length
    if (left < 0) throw new Error(`more known members than the quota of ${key}`)
    return Array<string>(left).fill(key)
  })
}

function otherSlots(
  plan: Plan,
  count: number,
  seats: Seats,
  random: Random,
  outside = OUTSIDE_SHARE,
): Slot[] {
  const kinds = urnOf(KIND_WEIGHTS)
  // Authorities cannot be invented: a small territory soon has no more of them.
  let authorities = Math.floor(countCommunes(plan.departments) * 0.35)
  return Array.from({ length: count }, () => {
    const drawn = kinds(random)
    const kind = drawn === 'local_authority' && authorities-- <= 0 ? 'association' : drawn
    if (!random.chance(outside)) return slot(kind, seats.anyDepartment(random))
    return slot(kind, kind === 'association' && random.chance(0.2) ? null : random.pick(DEPARTMENTS).code)
  })
}

/** Exactly `count` slots get the mark: those with the best claim, chance deciding between equals. */
function choose(
  slots: Slot[],
  count: number,
  mark: 'listed' | 'actor',
  claim: (slot: Slot) => number,
  random: Random,
) {
  const ranked = slots
    .map((one) => ({ one, rank: claim(one) + random.next() }))
    .sort((a, b) => b.rank - a.rank)
  for (const { one } of ranked.slice(0, count)) one[mark] = true
}
