import { covers, type Day, dayIn } from './days.ts'
import { nameKey } from './names.ts'
import type { College, Network } from './schema.ts'

type Named = Pick<Network, 'names' | 'timeZone'>

/** What the network was called that day; null before its first known name. */
export function nameOn(network: Named, date: Date | Day): string | null {
  const day = dayIn(network.timeZone, date)
  return network.names.find((name) => covers(name, day))?.name ?? null
}

/** What to write on a page: the name of that day or, for days before any known name, the oldest one. */
export function currentName(network: Named, on: Date | Day): string {
  return nameOn(network, on) ?? network.names[0]!.name
}

/** The colleges in force that day; empty where the statutes of the time are unknown. */
export function collegesOn(network: Pick<Network, 'colleges' | 'timeZone'>, date: Date | Day): College[] {
  const day = dayIn(network.timeZone, date)
  return network.colleges.filter((college) => covers(college, day))
}

export function isConferenceMember(
  network: Pick<Network, 'conferenceMembership' | 'timeZone'>,
  date: Date | Day,
): boolean {
  const day = dayIn(network.timeZone, date)
  return network.conferenceMembership.some((membership) => covers(membership, day))
}

/** The shared sectors that a label of the network's own lists stands for; none when it is not one of them. */
export function sectorsOfLabel({ sectorLabels }: Pick<Network, 'sectorLabels'>, label: string) {
  const key = nameKey(label)
  return sectorLabels?.find((one) => nameKey(one.label) === key)?.sectors ?? []
}
