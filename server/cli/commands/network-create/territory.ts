import { departmentByCode, departmentsOf } from '#packages/referentials/departments.ts'
import { REGIONS, regionName } from '#packages/referentials/regions.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { Network } from '#tenants/schema.ts'
import { UsageError } from '../read-options.ts'

const OVERSEAS: Record<string, Network['timeZone']> = {
  '01': 'America/Guadeloupe',
  '02': 'America/Martinique',
  '03': 'America/Cayenne',
  '04': 'Indian/Reunion',
  '06': 'Indian/Mayotte',
}

export const timeZoneOf = (region: string): Network['timeZone'] => OVERSEAS[region] ?? 'Europe/Paris'

export function regionFrom(text: string): string {
  const plain = (name: string) => foldText(name).replace(/[-']/g, ' ')
  const region = REGIONS.find(({ code, name }) => code === text || plain(name) === plain(text))
  if (!region)
    throw new UsageError(
      `« ${text} » n'est pas une région : ${REGIONS.map(({ code, name }) => `${name} (${code})`).join(', ')}`,
    )
  return region.code
}

/** What the new network may cover: a département has one active network at most. */
export function freeDepartments(region: string, networks: Network[], status: Network['status']): string[] {
  const rivals = networks.filter((one) => one.kind === 'regional' && one.status === 'active')
  const taken = new Set(status === 'active' ? rivals.flatMap(({ departments }) => departments) : [])
  return departmentsOf(region).flatMap(({ code }) => (taken.has(code) ? [] : [code]))
}

export function departmentsFrom(text: string, region: string): string[] {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (codes.length === 0)
    throw new UsageError(
      `Tous les départements de ${regionName(region)} ont déjà un réseau : dites lesquels le réseau couvre`,
    )
  for (const code of codes) {
    const department = departmentByCode(code)
    if (!department) throw new UsageError(`« ${code} » n'est pas un département`)
    if (department.region !== region)
      throw new UsageError(`${department.name} (${code}) n'est pas dans la région ${regionName(region)}`)
  }
  return codes
}
