import type { KindKey } from '#packages/referentials/kinds.ts'
import { collegesOn } from '#tenants/network.ts'
import type { Network } from '#tenants/schema.ts'
import type { DemoOrganisation } from './organisation.ts'
import { dayFrom } from './publication-days.ts'
import { randomFrom } from './random.ts'

export type DemoMembership = { organisationId: string; year: number; college: string; joinedOn: string }

/** A college is the network's own: what each kind may be called there, best first. */
const COLLEGES: Record<KindKey, string[]> = {
  association: ['associations', 'non-profit', 'member-networks'],
  local_authority: ['local-authorities', 'public'],
  education_research: ['training-universities', 'education-research', 'public'],
  company: ['companies', 'economic-actors', 'economic'],
  public_body: ['others', 'public', 'qualified-persons'],
  other: ['others', 'public', 'qualified-persons'],
}

const STAYED = 2025
/** Of ten members of 2025, how many were already there. */
const EARLIER: [number, number][] = [
  [2023, 0.82],
  [2024, 0.91],
]

/**
 * Those of 2025 and of every year since, up to today's: a badge shows whenever the demonstration is
 * loaded. Most were there before; a few organisations left.
 */
export function membershipsOf(network: Network, today: string) {
  const random = randomFrom(`${network.slug}/memberships`)
  const lastYear = Math.max(2026, Number(today.slice(0, 4)))
  return (organisation: DemoOrganisation): DemoMembership[] => {
    const years = organisation.member
      ? [
          ...EARLIER.filter(([, share]) => random.chance(share)).map(([year]) => year),
          ...since(STAYED, lastYear),
        ]
      : random.chance(0.006)
        ? random.pick([[2023], [2024], [2023, 2024]])
        : []
    return years.flatMap((year) => {
      const drawn = dayFrom(Date.UTC(year, 0, 8), random.between(0, 150))
      const joinedOn = drawn > today && `${year}` === today.slice(0, 4) ? today : drawn
      const college = collegeFor(network, organisation.kind, joinedOn)
      return college ? [{ organisationId: organisation.id, year, college, joinedOn }] : []
    })
  }
}

/** The day until which a listing wears the badge. */
export function memberUntil(memberships: DemoMembership[]): string | null {
  const last = Math.max(...memberships.map(({ year }) => year))
  return memberships.length ? `${last}-12-31` : null
}

function collegeFor(network: Network, kind: KindKey, day: string): string | undefined {
  const keys = collegesOn(network, day).map(({ key }) => key)
  return COLLEGES[kind].find((key) => keys.includes(key)) ?? keys.at(-1)
}

const since = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
