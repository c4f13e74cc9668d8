import type { Channel, Family, Kind } from '#server/support/act/act.ts'
import { type Random, randomFrom, urnOf } from './random.ts'
import { rowIds } from './row-id.ts'
import { AGREED, NEXT_STEPS, TOPICS } from './words/support-words.ts'

/** What a network's year of support amounts to; a plan that asks for more organisations than there are gets them all. */
export type SupportYear = {
  year: number
  flow: { organisations: number; acts: number; hours: number }
  aect: { organisations: number; acts: number; hours: number }
  /** The last day told. */
  until: string
}
export type DemoAct = {
  id: string
  happened_on: string
  minutes: number
  family: Family
  kind: Kind
  channel: Channel
  topic: string
  agreed: string
  next_step: string
  next_on: string | null
  next_done_at: string | null
  /** Which of the team's people. */
  person: number
  organisation: string
}

const QUARTER = 15
const DAY = 86_400_000
const CHANNELS = urnOf<Channel>([
  ['phone', 30],
  ['video', 28],
  ['office', 18],
  ['mail', 14],
  ['visit', 10],
])
const KINDS: Record<Family, (random: Random) => Kind> = {
  flow: urnOf<Kind>([
    ['funding', 34],
    ['structuring', 18],
    ['orientation', 16],
    ['partners', 12],
    ['communication', 8],
    ['events', 6],
    ['listing', 4],
    ['dynamics', 2],
  ]),
  aect: urnOf<Kind>([
    ['strategy', 26],
    ['awareness', 24],
    ['anchoring', 20],
    ['framework', 16],
    ['criteria', 14],
  ]),
}

/** A year's acts, spread over organisations so that each asked for has one at least, and the hours are those told. */
export function actsOf(
  slug: string,
  plan: SupportYear,
  known: { flow: string[]; aect: string[] },
): DemoAct[] {
  const random = randomFrom(`${slug}/support/${plan.year}`)
  const ids = rowIds(`${slug}/support/${plan.year}`)
  const acts = (['flow', 'aect'] as const).flatMap((family) => {
    const chosen = known[family].slice(0, plan[family].organisations)
    if (chosen.length === 0) return []
    const count = Math.max(plan[family].acts, chosen.length)
    const minutes = durations(count, plan[family].hours * 60, random)
    return minutes.map((length, index) => ({
      family,
      minutes: length,
      organisation: chosen[index] ?? random.pick(chosen.slice(0, Math.ceil(chosen.length / 2))),
    }))
  })
  return acts
    .map((act) => ({ ...act, happened_on: workingDay(plan, random) }))
    .sort((a, b) => (a.happened_on < b.happened_on ? -1 : 1))
    .map((act, index) => ({ id: ids(index), ...act, ...told(act, random, plan.until) }))
}

/** So many durations of whole quarters that make up exactly these minutes. */
export function durations(count: number, minutes: number, random: Random): number[] {
  const drawn = Array.from({ length: count }, () => QUARTER * random.pick([1, 2, 2, 3, 3, 3, 4, 4, 6]))
  let left = Math.round(minutes / QUARTER) * QUARTER - drawn.reduce((sum, one) => sum + one, 0)
  for (let index = 0; left !== 0; index = (index + 1) % count) {
    const step = left > 0 ? QUARTER : -QUARTER
    if (drawn[index]! + step < QUARTER) continue
    drawn[index] = drawn[index]! + step
    left -= step
  }
  return drawn
}

/** From January to the last day told, never on a Saturday or a Sunday, seldom in August. */
function workingDay({ year, until }: SupportYear, random: Random): string {
  const first = Date.UTC(year, 0, 6)
  const last = Math.min(Date.UTC(year, 11, 19), Date.parse(`${until}T00:00:00Z`))
  const days = Math.max(0, Math.floor((last - first) / DAY))
  for (let tries = 0; ; tries++) {
    const date = new Date(first + random.between(0, days) * DAY)
    const quiet = date.getUTCMonth() === 7 && random.chance(0.8)
    if (tries > 40 || (!quiet && date.getUTCDay() % 6 !== 0)) return date.toISOString().slice(0, 10)
  }
}

function told(
  { family, happened_on }: { family: Family; happened_on: string },
  random: Random,
  until: string,
) {
  const kind = KINDS[family](random)
  const follows = random.chance(0.35)
  const due = new Date(Date.parse(`${happened_on}T00:00:00Z`) + random.between(5, 30) * DAY)
    .toISOString()
    .slice(0, 10)
  const done = follows && due < until && random.chance(0.97)
  return {
    kind,
    channel: CHANNELS(random),
    topic: random.pick(TOPICS[kind]),
    agreed: random.chance(0.4) ? random.pick(AGREED) : '',
    next_step: follows ? random.pick(NEXT_STEPS) : '',
    next_on: follows ? due : null,
    next_done_at: done ? `${due}T10:00:00Z` : null,
    person: random.between(0, 1),
  }
}
