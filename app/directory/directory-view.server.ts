import { typeLabel } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorShortLabel } from '#packages/referentials/sectors.ts'
import { avatarOf } from '#packages/referentials/text.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import {
  FACETS,
  type FacetKey,
  type Filters,
  writeQuery,
} from '#server/directory/organisation/filters.schema.ts'
import type { FoundListings } from '#server/directory/organisation/find-listings.server.ts'
import type { ListingItem } from '#server/directory/organisation/listing-item.server.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import type { Locale } from '../i18n.ts'
import { nameOf } from '../shell.server.ts'

const MOST_NAMED = 3

export type DirectoryView = ReturnType<typeof directoryView>

/** A search as the page shows it: labels in the reader's language, each link ready. */
export function directoryView(found: FoundListings, filters: Filters, locale: Locale) {
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  return {
    q: filters.q,
    sort: filters.sort ?? '',
    total: found.total,
    mended: found.mended?.join(' ') ?? null,
    page: found.page,
    pages,
    first: found.total === 0 ? 0 : (found.page - 1) * found.perPage + 1,
    last: Math.min(found.total, found.page * found.perPage),
    previous: found.page > 1 ? `?${writeQuery({ ...filters, page: found.page - 1 })}` : null,
    next: found.page < pages ? `?${writeQuery({ ...filters, page: found.page + 1 })}` : null,
    query: writeQuery({ ...filters, page: 1 }),
    items: found.items.map((item) => line(item, locale)),
    facets: FACETS.map((key) => facet(key, found, filters, locale)),
    chips: FACETS.flatMap((key) => chips(key, filters, locale)),
  }
}

export function line(item: ListingItem, locale: Locale) {
  const place = [item.postalCode, item.city].filter(Boolean).join(' ')
  const kind = typeLabel(item.kind, item.subkind, locale)
  const countries = item.countries.map((code) => facetLabel('country', code, locale))
  return {
    href: `/${item.network}/annuaire/${item.slug}`,
    name: item.name,
    acronym: item.acronym,
    initials: avatarOf(item.name, item.acronym),
    what: [kind, place].filter(Boolean).join(' · '),
    countries: countries.slice(0, MOST_NAMED).join(' · '),
    moreCountries: Math.max(0, countries.length - MOST_NAMED),
    sectors: item.sectors
      .slice(0, MOST_NAMED)
      .map((key) => sectorShortLabel(key as SectorKey, locale))
      .join(' · '),
    member: item.member,
    networks: item.networks.map((slug) => {
      const network = activeNetwork(slug)
      return network ? nameOf(network) : slug
    }),
  }
}

function chosen(key: FacetKey, filters: Filters): string[] {
  const value = filters[key]
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
}

/** Values by number, the chosen ones always there even when nothing is left of them. */
function facet(key: FacetKey, found: FoundListings, filters: Filters, locale: Locale) {
  const selected = chosen(key, filters)
  const counted = found.facets[key]
  const absent = selected.filter((value) => !counted.some((one) => one.value === value))
  const values = [...counted, ...absent.map((value) => ({ value, count: 0 }))]
    .filter(({ value }) => key !== 'member' || value === 'true' || selected.includes(value))
    .map(({ value, count }) => ({
      value,
      count,
      label: facetLabel(key, value, locale),
      checked: selected.includes(value),
    }))
  if (key === 'sdg') values.sort((a, b) => Number(a.value) - Number(b.value))
  return { key, values }
}

function chips(key: FacetKey, filters: Filters, locale: Locale) {
  return chosen(key, filters).map((value) => {
    const rest = {
      ...filters,
      page: 1,
      [key]: Array.isArray(filters[key])
        ? (filters[key] as unknown[]).filter((one) => String(one) !== value)
        : undefined,
    }
    return { key, value, label: facetLabel(key, value, locale), without: `?${writeQuery(rest as Filters)}` }
  })
}
