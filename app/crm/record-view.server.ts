import { formatSiren } from '#packages/identifiers/siren.ts'
import { formatSiret } from '#packages/identifiers/siret.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { avatarOf } from '#packages/referentials/text.ts'
import type { OrganisationRecord } from '#server/crm/organisation/get-organisation.server.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { Locale } from '../i18n.ts'

/** A record as its page tells it: labels, dates and numbers in the reader's language; empty facts left out. */
export function recordView(
  record: Omit<OrganisationRecord, 'history' | 'memberships' | 'projects'>,
  network: KnownNetwork,
  networkName: string,
  locale: Locale,
) {
  const { id, name, acronym, slug, publishedAt } = record
  const kind = typeLabel(record.kind, record.subkind, locale)
  const hasDirectory = network.modules.includes('directory')
  const place = [record.postalCode, record.city].filter(Boolean).join(' ')
  const named = (facet: 'country' | 'sector' | 'sdg', values: (string | number)[]) =>
    values.map((value) => facetLabel(facet, String(value), locale)).join(', ')
  const facts = {
    type: kind,
    acronym,
    aliases: record.aliases.join(', '),
    siren: record.siren && formatSiren(record.siren),
    siret: record.siret && formatSiret(record.siret),
    rna: record.rna,
    address: record.address,
    commune: place,
    website: record.website,
    description: record.description,
    countries: named('country', record.countries),
    sectors: named('sector', record.sectors),
    sdgs: named('sdg', record.sdgs),
  }
  return {
    id,
    name,
    slug: network.slug,
    network: networkName,
    initials: avatarOf(name, acronym),
    what: [kind, place].filter(Boolean).join(' · '),
    hasDirectory,
    listing: hasDirectory && publishedAt && slug ? `/${network.slug}/annuaire/${slug}` : null,
    facts: Object.entries(facts).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
  }
}
