import { countriesOf, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import type { Scope } from '#server/directory/organisation/conditions.server.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { type FacetKey, filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { drawsDepartment, mapOf } from '../portal/outlines.server.ts'

/** What is published, counted by each of its sides; every figure leads to the pages that make it. */
export async function statisticsView(scope: Scope, base: string, locale: Locale) {
  const one = filtersSchema.parse({ per_page: 1 })
  const [{ total, facets, unidentified }, all] = await Promise.all([
    findListings({ ...scope, counted: true }, one),
    findListings(scope, one),
  ])
  const uncounted = all.total - total
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const href = (facet: FacetKey, value: string) => `${base}?${facet}=${value}`
  const bars = (facet: FacetKey) =>
    facets[facet].map(({ value, count }) => ({
      key: value,
      label: facetLabel(facet, value, locale),
      value: count,
      text: `${number.format(count)} (${percent.format(count / Math.max(1, total))})`,
      href: href(facet, value),
    }))
  const areas = (facet: FacetKey) => {
    return bars(facet).map(({ key, label, value, href: to }) => ({ key, label, value, href: to }))
  }
  const counted = new Map(areas('country').map((area) => [area.key, area]))
  const sum = (facet: FacetKey) => facets[facet].reduce((all, { count }) => all + count, 0)
  return {
    total,
    unidentified,
    uncounted: uncounted > 0 ? i18nFor(locale).t('map:uncounted', { count: uncounted }) : '',
    base,
    kinds: bars('kind'),
    sectors: bars('sector'),
    sdgs: bars('sdg').sort((a, b) => Number(a.key) - Number(b.key)),
    departments: mapOf(
      'departements',
      areas('department').filter(({ key }) => drawsDepartment(key)),
    ),
    countries: mapOf('monde', [...counted.values()]),
    zones: ZONES.map(({ key }) => ({
      key,
      label: zoneLabel(key, locale),
      countries: countriesOf(key).flatMap(({ code }) => {
        const area = counted.get(code)
        return area ? [{ code, label: area.label, value: area.value, href: area.href }] : []
      }),
    })),
    mentions: { country: sum('country'), sector: sum('sector'), sdg: sum('sdg') },
  }
}
export type StatisticsView = Awaited<ReturnType<typeof statisticsView>>
