import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorShortLabel } from '#packages/referentials/sectors.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { ListingTie, TieSide } from '#server/directory/tie/find-listing-ties.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { nameOf, networkById } from '#server/kernel/networks.ts'

export type TieView = ReturnType<typeof tieView>

/** A couple as its card shows it, in the reader's language. */
export function tieView(tie: ListingTie, ctx: StaffContext) {
  const network = networkById(tie.network)
  const { slug } = ctx.network
  const date = days(ctx.locale, ctx.network.timeZone)
  const other = network ? nameOf(network) : ''
  return {
    key: `${tie.ours.id}/${tie.theirs.id}`,
    network: network?.slug ?? '',
    name: tie.ours.name,
    state: tie.state,
    counted: tie.one,
    ours: { ...side(tie.ours, ctx), of: nameOf(ctx.network), page: `/${slug}/annuaire/${tie.ours.slug}` },
    theirs: {
      ...side(tie.theirs, ctx),
      of: other,
      page: `/${network?.slug ?? ''}/annuaire/${tie.theirs.slug}`,
    },
    record: `/${slug}/bureau/structures/${tie.ours.id}`,
    other,
    said: tie.said.ours,
    saidBy: tie.said.by,
    saidOn: tie.said.at ? date.format(new Date(tie.said.at)) : null,
    theySaid: tie.said.theirs,
  }
}

function side(end: TieSide, { locale, network }: StaffContext) {
  return {
    id: end.id,
    name: end.name,
    acronym: end.acronym,
    kind: typeLabel(end.kind, end.subkind, locale),
    address: [end.address, [end.postalCode, end.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    website: end.website,
    countries: end.countries.map((code) => facetLabel('country', code, locale)).join(', '),
    sectors: end.sectors.map((key) => sectorShortLabel(key as SectorKey, locale)).join(', '),
    description: end.description,
    known: end.knownBy[0] ?? 'nothing',
    updatedOn: days(locale, network.timeZone).format(new Date(end.updatedAt)),
  } as const
}
