import { departmentName } from '#packages/referentials/departments.ts'
import type { Filters } from '#server/directory/organisation/filters.schema.ts'
import { writeQuery } from '#server/directory/organisation/filters.schema.ts'
import type { FoundListings } from '#server/directory/organisation/find-listings.server.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { Locale } from '../i18n.ts'
import { pointMapView } from '../portal/map-view.server.ts'
import { drawsDepartment, mapOf } from '../portal/outlines.server.ts'
import type { DirectoryMap } from './map-panel.tsx'
import type { View } from './read-search.server.ts'

/** The map of a search, when one is asked for. */
export function directoryMap(
  vue: View,
  network: KnownNetwork | null,
  found: FoundListings,
  filters: Filters,
  locale: Locale,
): DirectoryMap | null {
  if (vue === 'liste') return null
  const base = network ? `/${network.slug}/annuaire` : '/annuaire'
  const areas = found.facets.department
    .filter(({ value }) => drawsDepartment(value))
    .map(({ value, count }) => ({
      key: value,
      label: departmentName(value),
      value: count,
      href: `${base}?${writeQuery({ ...filters, page: 1, department: [value] })}`,
    }))
  return {
    ...pointMapView(`${base}/points`, network, locale, { listOpen: vue === 'carte' }),
    departments: mapOf('departements', areas),
  }
}
