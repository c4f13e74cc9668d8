import {
  type Group,
  type HeadCount,
  ORIGINS,
  type Origin,
  SEXES,
  type Sex,
} from '../head-count/head-count.schema.ts'
import { peopleOf } from '../head-count/head-count.ts'

/** Ages, both ends in; null for all of them. */
export type Ages = { from: number; to: number | null } | null

export type ComparedPeople = {
  origin: Origin
  of: 'total' | Sex
  ages: Ages
  planned: number | null
  achieved: number | null
  /** Achieved less planned; null where neither was said. */
  by: number | null
}

const sameAges = (one: Ages, other: Ages) => one?.from === other?.from && one?.to === other?.to

function said(group: Group, of: 'total' | Sex, ages: Ages): number | null {
  if (ages) {
    const band = group.bands.find((one) => sameAges(one, ages))
    return band && of !== 'total' ? band[of] : null
  }
  if (of === 'total') return peopleOf(group)
  if (group[of] !== null) return group[of]
  const parts = group.bands.map((band) => band[of]).filter((one) => one !== null)
  return parts.length > 0 ? parts.reduce((all, one) => all + one, 0) : null
}

/** Every band that either of the two named, the youngest first. */
function agesOf(planned: Group, achieved: Group): NonNullable<Ages>[] {
  const all = [...planned.bands, ...achieved.bands].map(({ from, to }) => ({ from, to }))
  return all
    .filter((one, at) => all.findIndex((other) => sameAges(one, other)) === at)
    .sort((a, b) => a.from - b.from || (a.to ?? 999) - (b.to ?? 999))
}

/** Who came beside who was expected: by origin, sex and age, those of which something was said. */
export function comparePeople(planned: HeadCount, achieved: HeadCount): ComparedPeople[] {
  return ORIGINS.flatMap((origin) => {
    const [before, after] = [planned[origin], achieved[origin]]
    const line = (of: 'total' | Sex, ages: Ages): ComparedPeople[] => {
      const [one, other] = [said(before, of, ages), said(after, of, ages)]
      if (one === null && other === null) return []
      return [{ origin, of, ages, planned: one, achieved: other, by: (other ?? 0) - (one ?? 0) }]
    }
    return [
      ...line('total', null),
      ...SEXES.flatMap((sex) => [
        ...line(sex, null),
        ...agesOf(before, after).flatMap((ages) => line(sex, ages)),
      ]),
    ]
  })
}
