import { formatSiren } from '#packages/identifiers/siren.ts'
import { formatSiret } from '#packages/identifiers/siret.ts'
import { countryName, FRANCE } from '#packages/referentials/countries.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { avatarOf } from '#packages/referentials/text.ts'
import type { OrganisationRecord } from '#server/crm/organisation/get-organisation.server.ts'
import { typedMoment } from '#server/crm/organisation/moment.ts'
import { isOutside } from '#server/crm/organisation/outside.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import type { Locale } from '../i18n.ts'

/** What an organisation may have refused. */
const CHOICES = ['aggregated', 'shownToNetworks', 'contactable'] as const

/** « Comité de Niort (1998–2013) », as far as one knows. */
function formerNameText({ name, from, until }: OrganisationRecord['formerNames'][number]) {
  const when = from || until ? ` (${typedMoment(from)}–${typedMoment(until)})` : ''
  return name + when
}

/** A record as its page tells it: labels, dates and numbers in the reader's language; empty facts left out. */
export function recordView(
  record: OrganisationRecord,
  network: KnownNetwork,
  networkName: string,
  locale: Locale,
) {
  const { id, name, acronym, slug, publishedAt } = record
  const kind = typeLabel(record.kind, record.subkind, locale)
  const hasDirectory = network.modules.includes('directory')
  const town = [record.postalCode, record.city].filter(Boolean).join(' ')
  const abroad = record.seatCountry === FRANCE ? null : countryName(record.seatCountry, locale)
  const place = [town, abroad].filter(Boolean).join(', ')
  const named = (facet: 'country' | 'sector' | 'sdg', values: (string | number)[]) =>
    values.map((value) => facetLabel(facet, String(value), locale)).join(', ')
  const facts = {
    type: kind,
    acronym,
    aliases: record.aliases.join(', '),
    formerNames: record.formerNames.map(formerNameText).join(', '),
    siren: record.siren && formatSiren(record.siren),
    siret: record.siret && formatSiret(record.siret),
    rna: record.rna,
    address: record.address,
    commune: place,
    email: record.email,
    phone: record.phone,
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
    outside: isOutside(record, network.departments),
    marks: [
      ...(record.seatPrivate ? ['seatPrivate' as const] : []),
      ...CHOICES.filter((choice) => !record[choice]),
    ],
    hidden: !publishedAt && record.hiddenByKeeper,
    listing: hasDirectory && publishedAt && slug ? `/${network.slug}/annuaire/${slug}` : null,
    facts: Object.entries(facts).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
  }
}
