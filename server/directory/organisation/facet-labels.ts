import { countryName, type ZoneKey, zoneLabel } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { type KindKey, kindLabel } from '#packages/referentials/kinds.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import { activeNetwork, nameOf } from '#server/kernel/networks.ts'
import type { FacetKey } from './filters.schema.ts'

const MEMBER = {
  true: { fr: 'Adhérente', en: 'Member' },
  false: { fr: 'Non adhérente', en: 'Not a member' },
}

/** A facet's value as people read it. */
export function facetLabel(facet: FacetKey, value: string, locale: Locale): string {
  switch (facet) {
    case 'kind':
      return kindLabel(value as KindKey, locale)
    case 'department':
      return departmentName(value)
    case 'zone':
      return zoneLabel(value as ZoneKey, locale)
    case 'country':
      return countryName(value, locale)
    case 'sector':
      return sectorLabel(value as SectorKey, locale)
    case 'sdg':
      return `${value}. ${sdgLabel(Number(value), locale)}`
    case 'network': {
      const network = activeNetwork(value)
      return network ? nameOf(network) : value
    }
    case 'member':
      return MEMBER[value === 'true' ? 'true' : 'false'][locale]
  }
}
