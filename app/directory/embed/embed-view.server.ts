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
import { nameOf } from '../../shell.server.ts'
import { directoryMap } from '../directory-map.server.ts'
import { line } from '../directory-view.server.ts'
import { readSearch } from '../read-search.server.ts'

const FEWEST = 5
const MOST = 50
const USUAL = 12

/**
 * The directory as a frame of another site. What the address fixes (`fixe=country`) is not the reader's
 * to change; the other filters are, unless `libre=non`.
 */
export async function embedView(args: LoaderFunctionArgs, ctx: NetworkContext, kind: 'annuaire' | 'carte') {
  const { locale, network } = ctx
  const asked = new URL(args.request.url).searchParams
  const filters: Filters = { ...readSearch(args), per_page: sizeOf(asked.get('nombre')) }
  const found = await findListings(listingScope(ctx), filters)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const base = `${productOrigin()}/${network.slug}/annuaire`
  const free = asked.get('libre') !== 'non'
  const fixed = new Set((asked.get('fixe') ?? '').split(','))
  const page = (number: number) => {
    const query = new URLSearchParams(asked)
    query.set('page', String(number))
    return `?${query}`
  }
  const query = writeQuery({ ...filters, page: 1, per_page: undefined } as Partial<Filters>)
  const { t } = i18nFor(locale)
  const map = kind === 'carte' ? directoryMap('carte', network, found, filters, locale) : null
  const name = nameOf(network)
  return {
    kind,
    target: asked.get('liens') === 'onglet' ? ('_blank' as const) : ('_parent' as const),
    title: t('directory:titleOf', { network: name }),
    total: t('directory:count', { count: found.total }),
    q: filters.q,
    free,
    hidden: [...asked]
      .filter(([key]) => !free || !isTyped(key, fixed))
      .filter(([key]) => key !== 'page' && key !== 'q'),
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
    previous: found.page > 1 ? page(found.page - 1) : null,
    next: found.page < pages ? page(found.page + 1) : null,
    map: map && {
      ...map,
      listOpen: false,
      target: asked.get('liens') === 'onglet' ? ('_blank' as const) : ('_parent' as const),
    },
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

const isTyped = (key: string, fixed: Set<string>) =>
  key === 'q' || ((FACETS as readonly string[]).includes(key) && key !== 'member' && !fixed.has(key))

function chosen(filters: Filters, key: FacetKey): string {
  const value = filters[key]
  return Array.isArray(value) ? String(value[0] ?? '') : ''
}

function sizeOf(asked: string | null): number {
  const size = Number(asked)
  return asked && Number.isInteger(size) ? Math.min(MOST, Math.max(FEWEST, size)) : USUAL
}
