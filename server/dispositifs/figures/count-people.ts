import {
  type Group,
  type HeadCount,
  headCount,
  ORIGINS,
  type Origin,
  SEXES,
  type Sex,
} from '../head-count/head-count.schema.ts'
import { gapOf, isEmpty, peopleOf, totals } from '../head-count/head-count.ts'

export type Counted = { typed: number; counted: number } & Record<Sex, number>
export type People = Record<Origin, Counted>
export type Told = { planned: unknown; achieved: unknown }

const nobody = (): Counted => ({ typed: 0, counted: 0, girls: 0, boys: 0, other: 0 })
export const noPeople = (): People => ({ french: nobody(), foreign: nobody() })

/** What came, once somebody said it; until then, what is planned. */
function readCount({ achieved, planned }: Told): HeadCount | null {
  for (const told of [achieved, planned]) {
    const read = headCount.safeParse(told ?? {})
    if (read.success && !isEmpty(read.data)) return read.data
  }
  return null
}

const emptyGroup: Group = { total: null, girls: null, boys: null, other: null, bands: [] }

/** Totals as they were typed beside what their parts come to: a figure that contradicts itself stays visible. */
export function countPeople(told: Told): { people: People; disagrees: boolean } | null {
  const count = readCount(told)
  if (!count) return null
  const of = (origin: Origin): Counted => {
    const { girls, boys, other } = totals({
      french: emptyGroup,
      foreign: emptyGroup,
      [origin]: count[origin],
    })
    return { typed: peopleOf(count[origin]) ?? 0, counted: girls + boys + other, girls, boys, other }
  }
  return {
    people: { french: of('french'), foreign: of('foreign') },
    disagrees: gapOf(count).length > 0,
  }
}

export const addPeople = (one: People, other: People): People =>
  Object.fromEntries(
    ORIGINS.map((origin) => [
      origin,
      Object.fromEntries(
        (['typed', 'counted', ...SEXES] as const).map((key) => [key, one[origin][key] + other[origin][key]]),
      ),
    ]),
  ) as People
