import { allCommunes, type Commune, communeByInsee } from '#packages/referentials/communes.server.ts'
import type { SubkindKey } from '#packages/referentials/kinds.ts'
import type { Known } from './organisation.ts'
import { type Random, type Urn, urnOf } from './random.ts'

/** Towns have more organisations than villages, but fewer a head: villages must show too. */
const weight = (commune: Commune) => commune.population ** 0.8 + 1

let byDepartment: Map<string, Commune[]> | undefined

function communesOf(department: string): Commune[] {
  if (!byDepartment) {
    byDepartment = new Map()
    for (const commune of allCommunes()) {
      const neighbours = byDepartment.get(commune.department)
      if (neighbours) neighbours.push(commune)
      else byDepartment.set(commune.department, [commune])
    }
  }
  return byDepartment.get(department) ?? []
}

export const countCommunes = (departments: string[]) =>
  departments.reduce((total, department) => total + communesOf(department).length, 0)

/** Draws a département by its population, or a commune of one département. */
export function seatsOf(departments: string[]) {
  const weigh = (department: string) =>
    communesOf(department).reduce((total, commune) => total + commune.population, 0) ** 0.9
  const anyDepartment = urnOf(departments.map((department) => [department, weigh(department)] as const))
  const urns = new Map<string, Urn<Commune>>()
  const communeIn = (department: string, random: Random): Commune => {
    let urn = urns.get(department)
    if (!urn) {
      urn = urnOf(communesOf(department).map((commune) => [commune, weight(commune)] as const))
      urns.set(department, urn)
    }
    return urn(random)
  }
  return { anyDepartment, communeIn }
}

export type Seats = ReturnType<typeof seatsOf>

/** What is only found in a town of some size. */
const SMALLEST: Partial<Record<SubkindKey, number>> = {
  university: 25_000,
  research_body: 15_000,
  student_association: 20_000,
  hospital: 8000,
  training_body: 8000,
  upper_secondary: 4000,
  public_agency: 4000,
  state_service: 8000,
  interprofessional: 8000,
  joint_body: 2000,
  lower_secondary: 2500,
  diaspora_association: 3000,
  national_ngo: 5000,
  foundation: 3000,
  federation: 5000,
}

/** The commune of a seat; null abroad. In a département without a large enough town, its largest drawn. */
export function seatFor(
  known: Known | undefined,
  subkind: SubkindKey,
  department: string | null,
  seats: Seats,
  random: Random,
) {
  if (known?.insee) return communeByInsee(known.insee) as Commune
  if (department === null) return null
  let largest = seats.communeIn(department, random)
  for (let tries = 0; tries < 25 && largest.population < (SMALLEST[subkind] ?? 0); tries++) {
    const other = seats.communeIn(department, random)
    if (other.population > largest.population) largest = other
  }
  return largest
}

/** A point near the middle of the commune: seats of one town must not hide one another on the map. */
export function pointNear({ lat, lon, population }: Commune, random: Random) {
  const spread = Math.min(0.03, 0.004 + Math.sqrt(population) / 20_000)
  const shift = () => (random.next() + random.next() - 1) * spread
  return { lat: round(lat + shift()), lon: round(lon + shift()) }
}

const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000
