import { regionName } from '#packages/referentials/regions.ts'
import { countListings } from '#server/directory/organisation/count-listings.server.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { activeNetworks } from '#server/kernel/networks.ts'
import { allAsSet, productOrigin } from '#server/portal/public.ts'
import { getText } from '#server/portal/text/get-text.server.ts'
import { nationalLine } from '../directory/directory-view.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf, regionalNetworks } from '../shell.server.ts'
import { mapOf } from './outlines.server.ts'

const LATEST = 5

/** Everything the conference's portal shows, counted on what is published. */
export async function portalView(ctx: Context) {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const day = today(ctx.clock, 'Europe/Paris')
  const filters = filtersSchema.parse({ sort: 'recent', per_page: LATEST })
  const [counts, found] = await Promise.all([
    countListings(day),
    findListings({ networkId: null, today: day }, filters),
  ])
  const collator = new Intl.Collator('fr')
  const networks = (await allAsSet(regionalNetworks())).map((network) => ({
    slug: network.slug,
    name: nameOf(network),
    region: network.region ? regionName(network.region) : '',
    listed: counts.find((count) => count.networkId === network.id)?.listed ?? 0,
    colour: network.brand.brand,
    hasDirectory: network.modules.includes('directory'),
  }))
  networks.sort((a, b) => collator.compare(a.region, b.region))
  const conference = activeNetworks().find(({ kind }) => kind === 'conference')
  const areas = networks.map(({ slug, name, listed, colour }) => ({
    key: slug,
    label: name,
    value: t('portal:listed', { count: listed }),
    href: `/${slug}`,
    fill: colour,
  }))
  const { country, sector, sdg } = found.facets
  return {
    networks,
    map: mapOf('reseaux', areas),
    figures: [
      { key: 'organisations', value: found.total, href: '/annuaire' },
      { key: 'networks', value: networks.length, href: '#reseaux' },
      { key: 'countries', value: country.length, href: '/annuaire' },
      { key: 'sectors', value: sector.length, href: '/annuaire' },
      { key: 'goals', value: sdg.length, href: '/annuaire' },
    ].filter(({ value }) => value > 0),
    latest: found.items.map((item) => nationalLine(item, locale)),
    about: conference ? await getText(ctx, conference, 'networks', 3) : { html: '' },
    card: conference ? `${productOrigin()}/${conference.slug}/partage.png` : undefined,
  }
}
