import { type SectorKey, sectorShortLabel } from '#packages/referentials/sectors.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import {
  PROJECT_FACETS,
  type ProjectFacet,
  type ProjectFilters,
  writeProjectQuery,
} from '#server/projects/listing/filters.schema.ts'
import type { FoundProjects } from '#server/projects/listing/find-project-listings.server.ts'
import type { ProjectItem } from '#server/projects/listing/project-item.server.ts'
import { VIEWS, type View } from '../directory/read-search.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { nameOf } from '../shell.server.ts'
import { panoramaMap } from './panorama-map.server.ts'

const MOST_NAMED = 3

export type PanoramaView = ReturnType<typeof panoramaView>

/**
 * A panorama as the page shows it: labels in the reader's language, each link ready. Its words come with
 * it: those every public page carries must stay few.
 */
export function panoramaView(
  found: FoundProjects,
  filters: ProjectFilters,
  locale: Locale,
  { national = false, vue = 'liste' }: { national?: boolean; vue?: View } = {},
) {
  const { t } = i18nFor(locale)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const asked = (more: Partial<ProjectFilters>, view = vue) =>
    `?${[writeProjectQuery({ ...filters, ...more }), view === 'liste' ? '' : `vue=${view}`].filter(Boolean).join('&')}`
  return {
    vue,
    views: VIEWS.map((key) => ({ key, href: asked({ page: 1 }, key) })),
    q: filters.q,
    total: found.total,
    count: t('projects:count', { count: found.total }),
    mended: found.mended?.join(' ') ?? null,
    page: found.page,
    pages,
    first: found.total === 0 ? 0 : (found.page - 1) * found.perPage + 1,
    last: Math.min(found.total, found.page * found.perPage),
    previous: found.page > 1 ? asked({ page: found.page - 1 }) : null,
    next: found.page < pages ? asked({ page: found.page + 1 }) : null,
    query: writeProjectQuery({ ...filters, page: 1 }),
    searched: filters.q !== '' || PROJECT_FACETS.some((key) => filters[key].length > 0),
    items: found.items.map((item) => projectLine(item, locale, national)),
    facets: PROJECT_FACETS.map((key) => facet(key, found, filters, locale)),
    chips: PROJECT_FACETS.flatMap((key) => chips(key, filters, locale, asked)),
    all: vue === 'liste' ? '?' : `?vue=${vue}`,
    map: panoramaMap(found, locale, asked),
    words: {
      heading: t(national ? 'projects:panorama.nationalHeading' : 'projects:panorama.heading'),
      search: t('projects:panorama.search'),
      placeholder: t('projects:panorama.placeholder'),
      nothing: t('projects:panorama.nothing'),
      empty: t('projects:panorama.empty'),
      seeAll: t('projects:panorama.seeAll'),
      everywhere: t('projects:panorama.everywhere'),
      feed: t('projects:panorama.feed'),
    },
  }
}

/** What a panorama is called, and what it holds; without a network, that of all of them. */
export function panoramaNamed(network: string | null, locale: Locale) {
  const { t } = i18nFor(locale)
  return network === null
    ? { title: t('projects:panorama.nationalTitle'), intro: t('projects:panorama.nationalIntro') }
    : {
        title: t('projects:panorama.titleOf', { network }),
        intro: t('projects:panorama.introOf', { network }),
      }
}

export const networkNames = (slugs: string[]) =>
  slugs.map((slug) => {
    const network = activeNetwork(slug)
    return network ? nameOf(network) : slug
  })

/** One line of a list: what, by whom, where and when. */
export function projectLine(item: ProjectItem, locale: Locale, national = false) {
  const { t } = i18nFor(locale)
  const [first, ...others] = item.holders
  const years = yearsOf(item)
  return {
    href: `/${item.network}/projets/${item.slug}`,
    title: item.title,
    summary: item.summary,
    picture: item.picture ? pictureOf(item.network, item.picture) : null,
    holders: first
      ? others.length + item.unnamed
        ? t('projects:line.andOthers', { name: first.name, count: others.length + item.unnamed })
        : first.name
      : t('projects:line.unnamed'),
    where: whereOf(item, locale),
    sectors: item.sectors
      .slice(0, MOST_NAMED)
      .map((key) => sectorShortLabel(key as SectorKey, locale))
      .join(' · '),
    when: [statusLabel(item.status, locale), years].filter(Boolean).join(' · '),
    networks: national || item.networks.length > 1 ? networkNames(item.networks).join(' · ') : '',
  }
}

export const pictureOf = (network: string, picture: { file: string; alt: string }) => ({
  src: `/${network}/fichiers/${picture.file}`,
  alt: picture.alt,
})

export function whereOf(item: Pick<ProjectItem, 'countries' | 'place'>, locale: Locale): string {
  const countries = item.countries.map((code) => projectFacetLabel('country', code, locale))
  const [main, ...others] = countries
  return [[item.place, main].filter(Boolean).join(', '), ...others].filter(Boolean).join(' · ')
}

export function yearsOf({ startedOn, endedOn }: Pick<ProjectItem, 'startedOn' | 'endedOn'>): string {
  const [from, to] = [startedOn?.slice(0, 4), endedOn?.slice(0, 4)]
  return !to || from === to ? (from ?? to ?? '') : from ? `${from}–${to}` : to
}

const chosen = (key: ProjectFacet, filters: ProjectFilters) => filters[key].map(String)

/** Values by number, the chosen ones always there even when nothing is left of them. */
function facet(key: ProjectFacet, found: FoundProjects, filters: ProjectFilters, locale: Locale) {
  const selected = chosen(key, filters)
  const counted = found.facets[key]
  const absent = selected.filter((value) => !counted.some((one) => one.value === value))
  const values = [...counted, ...absent.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    label: projectFacetLabel(key, value, locale),
    checked: selected.includes(value),
  }))
  if (key === 'sdg') values.sort((a, b) => Number(a.value) - Number(b.value))
  return { key, legend: i18nFor(locale).t(`projects:facet.${key}`), values }
}

type Asked = (more: Partial<ProjectFilters>) => string

function chips(key: ProjectFacet, filters: ProjectFilters, locale: Locale, asked: Asked) {
  return chosen(key, filters).map((value) => {
    const rest = { page: 1, [key]: chosen(key, filters).filter((one) => one !== value) }
    const without = asked(rest as Partial<ProjectFilters>)
    return { key, value, label: projectFacetLabel(key, value, locale), without }
  })
}
