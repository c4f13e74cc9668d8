import { countriesOf, countryName, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import type { ProjectFilters } from '#server/projects/listing/filters.schema.ts'
import type { FoundProjects } from '#server/projects/listing/find-project-listings.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { mapOf } from '../portal/outlines.server.ts'

/** Where the projects of a search are, country by country; each opens the search narrowed to it. */
export function panoramaMap(
  found: FoundProjects,
  locale: Locale,
  asked: (more: Partial<ProjectFilters>) => string,
) {
  const { t } = i18nFor(locale)
  const counted = new Map(
    found.facets.country.map(({ value, count }) => {
      const href = asked({ page: 1, country: [value] })
      return [value, { code: value, label: countryName(value, locale), value: count, href }]
    }),
  )
  // A country stands in one zone here: those that group several zones would repeat it.
  const told = new Set<string>()
  const zones = ZONES.map(({ key }) => ({
    key,
    label: zoneLabel(key, locale),
    countries: countriesOf(key).flatMap(({ code }) => {
      const area = counted.get(code)
      if (!area || told.has(code)) return []
      told.add(code)
      return [area]
    }),
  }))
  return {
    areas: mapOf(
      'monde',
      [...counted.values()].map(({ code, ...area }) => ({ key: code, ...area })),
    ),
    zones,
    countries: counted.size,
    words: {
      title: t('projects:map.title'),
      description: t('projects:map.description'),
      credit: t('projects:map.credit'),
      list: t('projects:map.list'),
    },
  }
}
