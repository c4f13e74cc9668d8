import type { LoaderFunctionArgs } from '@remix-run/node'
import type { NetworkContext } from '#server/kernel/context.ts'
import { baseOf } from '#server/portal/public.ts'
import { projectFacetLabel } from '#server/projects/listing/facet-labels.ts'
import { PROJECT_FACETS, writeProjectQuery } from '#server/projects/listing/filters.schema.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { listingScope } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { toldElsewhere } from '../../portal/address.server.ts'
import { frameAsked } from '../../portal/embed/frame-view.server.ts'
import { FRAMED } from '../../portal/points.server.ts'
import { nameOf } from '../../shell.server.ts'
import { type PanoramaView, panoramaNamed, panoramaView, projectLine } from '../panorama-view.server.ts'
import { placedProjects } from '../placed-projects.server.ts'
import { readPanoramaSearch } from '../read-panorama-search.server.ts'

/** The panorama as a frame of another site: its list, or its map with `vue=carte`. */
export async function projectsEmbed(args: LoaderFunctionArgs, ctx: NetworkContext) {
  const { locale, network } = ctx
  const { asked, free, bare, fixed, hidden, target, size, to } = frameAsked(args.request, PROJECT_FACETS)
  const filters = { ...readPanoramaSearch(args), per_page: size }
  const scope = listingScope(ctx)
  const found = await findProjectListings(scope, filters)
  const vue = asked.get('vue') === 'carte' ? ('carte' as const) : ('liste' as const)
  const view = panoramaView(found, { ...filters, page: 1 }, locale, { vue })
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  const base = `${await baseOf(network.id)}/projets`
  const query = writeProjectQuery({ ...filters, page: 1, per_page: undefined } as never)
  const { t } = i18nFor(locale)
  const name = nameOf(network)
  return {
    title: panoramaNamed(name, locale).title,
    target,
    free,
    bare,
    q: filters.q,
    hidden,
    facets: free
      ? PROJECT_FACETS.filter((key) => !fixed.has(key)).map((key) => ({
          key,
          label: t(`projects:facet.${key}`),
          chosen: String(filters[key][0] ?? ''),
          choices: found.facets[key].map(({ value, count }) => ({
            value,
            label: `${projectFacetLabel(key, value, locale)} (${count})`,
          })),
        }))
      : [],
    total: view.count,
    countries: withinFrame(view.map, (country) => to({ country, page: 1 })),
    places:
      vue === 'carte'
        ? await placedProjects(`/${network.slug}/projets`, scope, filters, locale, { target })
        : null,
    other: {
      href: to({ vue: vue === 'carte' ? 'liste' : 'carte', page: 1 }),
      label: t(vue === 'carte' ? 'map:projects.asList' : 'map:projects.asMap'),
    },
    items: vue === 'carte' ? [] : await toldElsewhere(found.items.map((item) => projectLine(item, locale))),
    range: found.total > found.perPage && vue === 'liste' ? t('map:page', { page: found.page, pages }) : null,
    previous: found.page > 1 ? to({ page: found.page - 1 }) : null,
    next: found.page < pages ? to({ page: found.page + 1 }) : null,
    /** Of the map's points, whose links leave the frame. */
    query: [query, `${FRAMED}=1`].filter(Boolean).join('&'),
    whole: { href: query ? `${base}?${query}` : base, label: t('map:projects.whole', { network: name }) },
    words: {
      keyword: t('directory:keyword'),
      search: t('directory:search'),
      filters: t('directory:filters'),
      any: t('map:any'),
      previous: t('directory:previous'),
      next: t('directory:next'),
      nothing: t('projects:panorama.nothing'),
      demo: args.context.demo && !bare ? t('common:demo') : null,
    },
  }
}

/** A click on a country keeps what the frame's address says. */
function withinFrame(map: PanoramaView['map'], to: (country: string) => string): PanoramaView['map'] {
  return {
    ...map,
    areas: { ...map.areas, areas: map.areas.areas.map((area) => ({ ...area, href: to(area.key) })) },
    zones: map.zones.map(({ countries, ...zone }) => ({
      ...zone,
      countries: countries.map((one) => ({ ...one, href: to(one.code) })),
    })),
  }
}
