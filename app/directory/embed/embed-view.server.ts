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
import { productOrigin } from '#server/portal/public.ts'
import { listingScope } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { frameAsked } from '../../portal/embed/frame-view.server.ts'
import { nameOf } from '../../shell.server.ts'
import { directoryMap } from '../directory-map.server.ts'
import { line } from '../directory-view.server.ts'
import { readSearch } from '../read-search.server.ts'

/** The directory as a frame of another site. */
export async function embedView(args: LoaderFunctionArgs, ctx: NetworkContext, kind: 'annuaire' | 'carte') {
  const { locale, network } = ctx
  const frame = frameAsked(
    args.request,
    FACETS.filter((key) => key !== 'member'),
  )
  const { free, fixed, hidden, target, to } = frame
  const filters: Filters = { ...readSearch(args), per_page: frame.size }
  const found = await findListings(listingScope(ctx), filters)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const base = `${productOrigin()}/${network.slug}/annuaire`
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
    items:
      kind === 'annuaire'
        ? found.items.map((item) => ({
            ...line(item, locale),
            href: `${productOrigin()}${line(item, locale).href}`,
          }))
        : [],
    range:
      found.total > found.perPage && kind === 'annuaire' ? t('map:page', { page: found.page, pages }) : null,
    previous: found.page > 1 ? to({ page: found.page - 1 }) : null,
    next: found.page < pages ? to({ page: found.page + 1 }) : null,
    map: map && { ...map, listOpen: false, target },
    query,
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
      demo: args.context.demo ? t('common:demo') : null,
    },
  }
}
export type EmbedView = Awaited<ReturnType<typeof embedView>>

function chosen(filters: Filters, key: FacetKey): string {
  const value = filters[key]
  return Array.isArray(value) ? String(value[0] ?? '') : ''
}
