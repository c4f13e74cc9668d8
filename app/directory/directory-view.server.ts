import { typeLabel } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorShortLabel } from '#packages/referentials/sectors.ts'
import { avatarOf } from '#packages/referentials/text.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import {
  FACETS,
  type FacetKey,
  type Filters,
  filtersSchema,
  NATIONAL_FACETS,
  writeQuery,
} from '#server/directory/organisation/filters.schema.ts'
import type { FoundListings } from '#server/directory/organisation/find-listings.server.ts'
import type { ListingItem } from '#server/directory/organisation/listing-item.server.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { nameOf } from '../shell.server.ts'
import { VIEWS, type View } from './read-search.server.ts'

const MOST_NAMED = 3

export type DirectoryView = ReturnType<typeof directoryView>

/** Everything but the badge: the tabs say that one. */
const FOLDED = FACETS.filter((key) => key !== 'member')
/** Which network, first, where there are several. */
const FOLDED_NATIONAL = ['network', ...FOLDED] as const

/** A search as the page shows it: labels in the reader's language, each link ready. */
export function directoryView(
  found: FoundListings,
  filters: Filters,
  locale: Locale,
  vue: View = 'liste',
  national = false,
) {
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const to = (changed: Partial<Filters>, view: View = vue) => {
    const query = writeQuery({ ...filters, page: 1, ...changed })
    return `?${[query, view === 'liste' ? '' : `vue=${view}`].filter(Boolean).join('&')}`
  }
  const query = writeQuery({ ...filters, page: 1 })
  const badge = found.facets.member
  const members = badge.find(({ value }) => value === 'true')?.count ?? 0
  return {
    vue,
    printed: i18nFor(locale).t('map:print.version'),
    views: VIEWS.map((key) => ({ key, href: to({}, key) })),
    tabs: [
      {
        key: 'all',
        count: badge.reduce((sum, { count }) => sum + count, 0),
        href: to({ member: undefined }),
        here: filters.member === undefined,
      },
      { key: 'members', count: members, href: to({ member: true }), here: filters.member === true },
    ] as const,
    member: filters.member === undefined ? null : String(filters.member),
    all: to(filtersSchema.parse({})),
    q: filters.q,
    sort: filters.sort ?? '',
    total: found.total,
    mended: found.mended?.join(' ') ?? null,
    page: found.page,
    pages,
    first: found.total === 0 ? 0 : (found.page - 1) * found.perPage + 1,
    last: Math.min(found.total, found.page * found.perPage),
    previous: found.page > 1 ? to({ page: found.page - 1 }) : null,
    next: found.page < pages ? to({ page: found.page + 1 }) : null,
    query,
    items: found.items.map((item) => (national ? nationalLine(item, locale, query) : line(item, locale))),
    facets: (national ? FOLDED_NATIONAL : FOLDED).map((key) => facet(key, found, filters, locale)),
    chips: (national ? NATIONAL_FACETS : FACETS).flatMap((key) => chips(key, filters, locale, to)),
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

/** A line that may lead to several sites: each page says whose it is before it opens. */
export function nationalLine(item: ListingItem, locale: Locale, search = '') {
  const { t } = i18nFor(locale)
  const query = new URLSearchParams({ national: search })
  const pages = item.pages.map(({ network: slug, slug: page }) => {
    const network = activeNetwork(slug)
    const name = network ? nameOf(network) : slug
    return {
      name,
      href: `/${slug}/annuaire/${page}?${query}`,
      told: t('national:page', { organisation: item.name, network: name }),
    }
  })
  const site = t('national:site', { network: pages[0]?.name ?? '' })
  return {
    ...line(item, locale),
    elsewhere: { said: t('national:sites', { count: pages.length }), site, pages },
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
  const values = [...counted, ...absent.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    label: facetLabel(key, value, locale),
    checked: selected.includes(value),
  }))
  if (key === 'sdg') values.sort((a, b) => Number(a.value) - Number(b.value))
  // The browser is not sent the words that all the directories of one network do without.
  return key === 'network' ? { key, legend: i18nFor(locale).t('national:facet'), values } : { key, values }
}

function chips(key: FacetKey, filters: Filters, locale: Locale, to: (changed: Partial<Filters>) => string) {
  return chosen(key, filters).map((value) => {
    const rest = {
      [key]: Array.isArray(filters[key])
        ? (filters[key] as unknown[]).filter((one) => String(one) !== value)
        : undefined,
    }
    return { key, value, label: facetLabel(key, value, locale), without: to(rest as Partial<Filters>) }
  })
}
