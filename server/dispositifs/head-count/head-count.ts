import { type Group, type HeadCount, ORIGINS, type Origin, SEXES, type Sex } from './head-count.schema.ts'

/**
 * A figure that was typed and what its parts come to. `by` is typed less counted: 22 for 8 + 13 is +1. Both
 * stay as they were typed: only people know which of the two is wrong.
 */
export interface Gap {
  origin: Origin
  /** The total against the sexes, or one sex against its age bands. */
  of: 'total' | Sex
  typed: number | null
  counted: number
  by: number
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
const said = (numbers: (number | null)[]) => numbers.some((one) => one !== null)

const bandsOf = (group: Group, sex: Sex) => group.bands.map((band) => band[sex])

/** A sex that was only given by age bands is what they come to. */
const ofSex = (group: Group, sex: Sex): number | null =>
  group[sex] ?? (said(bandsOf(group, sex)) ? sum(bandsOf(group, sex)) : null)

function gap(origin: Origin, of: Gap['of'], typed: number | null, parts: (number | null)[]): Gap[] {
  const counted = sum(parts)
  const by = (typed ?? 0) - counted
  return by === 0 ? [] : [{ origin, of, typed, counted, by }]
}

/** Empty when everything that was typed agrees. */
export const gapOf = (count: HeadCount): Gap[] =>
  ORIGINS.flatMap((origin) => {
    const group = count[origin]
    const sexes = SEXES.map((sex) => ofSex(group, sex))
    return [
      ...gap(origin, 'total', group.total, sexes),
      ...SEXES.flatMap((sex) =>
        said(bandsOf(group, sex)) && group[sex] !== null
          ? gap(origin, sex, group[sex], bandsOf(group, sex))
          : [],
      ),
    ]
  })

export const isEmpty = (count: HeadCount): boolean =>
  ORIGINS.every((origin) => {
    const group = count[origin]
    return group.total === null && SEXES.every((sex) => ofSex(group, sex) === null)
  })

/** A file is closed on a count that was given, and whose total and parts agree. */
export const agrees = (count: HeadCount): boolean => !isEmpty(count) && gapOf(count).length === 0

/** The typed total, else what the parts come to; null when nobody said anything. */
export function peopleOf(group: Group): number | null {
  const sexes = SEXES.map((sex) => ofSex(group, sex))
  return group.total ?? (said(sexes) ? sum(sexes) : null)
}

export type Totals = Record<Origin | Sex | 'all', number>

/** What figures add up: nothing said counts for nothing. */
export function totals(count: HeadCount): Totals {
  const [french, foreign] = [peopleOf(count.french) ?? 0, peopleOf(count.foreign) ?? 0]
  const [girls, boys, other] = SEXES.map((sex) => sum(ORIGINS.map((origin) => ofSex(count[origin], sex))))
  return { french, foreign, all: french + foreign, girls: girls!, boys: boys!, other: other! }
}

/** What came against what was planned, line by line: 20 for 22 is -2. */
export function difference(planned: HeadCount, achieved: HeadCount): Totals {
  const [before, after] = [totals(planned), totals(achieved)]
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, value - before[key as keyof Totals]]),
  ) as Totals
}
