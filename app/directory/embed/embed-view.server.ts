import type { LoaderFunctionArgs } from '@remix-run/node'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import {
  FACETS,
  type FacetKey,
  type Filters,
  writeQuery,
} from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { baseOf } from '#server/portal/public.ts'
import { listingScope } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { toldElsewhere } from '../../portal/address.server.ts'
import { frameAsked } from '../../portal/embed/frame-view.server.ts'
import { FRAMED } from '../../portal/points.server.ts'
import { nameOf } from '../../shell.server.ts'
import { directoryMap } from '../directory-map.server.ts'
import { line } from '../directory-view.server.ts'
import type { DirectoryMap } from '../map-panel.tsx'
import { readSearch } from '../read-search.server.ts'

/** The directory as a frame of another site. */
export async function embedView(args: LoaderFunctionArgs, ctx: NetworkContext, kind: 'annuaire' | 'carte') {
  const { locale, network } = ctx
  const frame = frameAsked(
    args.request,
    FACETS.filter((key) => key !== 'member'),
  )
  const { free, bare, fixed, hidden, target, to } = frame
  const filters: Filters = { ...readSearch(args), per_page: frame.size }
  const found = await findListings(listingScope(ctx), filters)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const base = `${await baseOf(network.id)}/annuaire`
  const query = writeQuery({ ...filters, page: 1, per_page: undefined } as Partial<Filters>)
  const { t } = i18nFor(locale)
  const map = kind === 'carte' ? directoryMap('carte', network, found, filters, locale) : null
  const name = nameOf(network)
  return {
    kind,
    target,
    title: t('directory:titleOf', { network: name }),
    total: t('directory:count', { count: found.total }),
    q: filters.q,
    free,
    bare,
    hidden,
    facets: free
      ? FACETS.filter((key) => !fixed.has(key) && key !== 'member').map((key) => ({
          key,
          label: t(`directory:facet.${key as Exclude<FacetKey, 'member'>}`),
          chosen: chosen(filters, key),
          choices: found.facets[key].map(({ value, count }) => ({
            value,
            label: `${facetLabel(key, value, locale)} (${count})`,
          })),
        }))
      : [],
    items: kind === 'annuaire' ? await toldElsewhere(found.items.map((item) => line(item, locale))) : [],
    range:
      found.total > found.perPage && kind === 'annuaire' ? t('map:page', { page: found.page, pages }) : null,
    previous: found.page > 1 ? to({ page: found.page - 1 }) : null,
    next: found.page < pages ? to({ page: found.page + 1 }) : null,
    map: map && { ...withinFrame(map, to), listOpen: false, target },
    /** Of the map's points, whose links leave the frame. */
    query: [query, `${FRAMED}=1`].filter(Boolean).join('&'),
    whole: { href: query ? `${base}?${query}` : base, label: t('map:wholeDirectory', { network: name }) },
    words: {
      keyword: t('directory:keyword'),
      search: t('directory:search'),
      filters: t('directory:filters'),
      any: t('map:any'),
      previous: t('directory:previous'),
      next: t('directory:next'),
      nothing: t('directory:nothing'),
      member: t('directory:member'),
      demo: args.context.demo && !bare ? t('common:demo') : null,
    },
  }
}
export type EmbedView = Awaited<ReturnType<typeof embedView>>

function chosen(filters: Filters, key: FacetKey): string {
  const value = filters[key]
  return Array.isArray(value) ? String(value[0] ?? '') : ''
}

/** A click on a département keeps what the frame's address says. */
function withinFrame(map: DirectoryMap, to: (changed: Record<string, string | number>) => string) {
  const areas = map.departments.areas.map((area) => ({
    ...area,
    href: to({ department: area.key, page: 1 }),
  }))
  return { ...map, departments: { ...map.departments, areas } }
}
