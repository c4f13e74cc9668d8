import { days } from '#packages/referentials/dates.ts'
import { type KindKey, kindLabel } from '#packages/referentials/kinds.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { networkById } from '#server/kernel/networks.ts'
import { bandLabel, projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectRecord } from '#server/projects/project/get-project.server.ts'
import { bandOf, lacking } from '#server/projects/project/project.ts'
import type { findTies } from '#server/projects/tie/find-ties.server.ts'
import type { Locale } from '../i18n.ts'
import { historyLines } from '../kernel/journal-view.server.ts'
import { nameOf } from '../shell.server.ts'
import { writeCents } from '../ui/money.ts'

type Ties = Awaited<ReturnType<typeof findTies>>

/** A project as its record tells it: labels, dates and amounts in the reader's language; empty facts left out. */
export function projectRecordView(record: ProjectRecord, ties: Ties, network: KnownNetwork, locale: Locale) {
  const base = `/${network.slug}`
  const named = (facet: 'country' | 'sector' | 'sdg', values: (string | number)[]) =>
    values.map((value) => projectFacetLabel(facet, String(value), locale)).join(', ')
  const day = days(locale, 'UTC')
  const on = (date: string | null) => (date ? day.format(new Date(date)) : '')
  const euros = (cents: number) => `${writeCents(cents, locale)} €`
  const band = bandOf(record)
  const facts = {
    status: statusLabel(record.status, locale),
    startedOn: on(record.startedOn),
    endedOn: on(record.endedOn),
    countries: named('country', record.countries),
    place: record.place ?? '',
    point: record.lat === null || record.lon === null ? '' : `${record.lat}, ${record.lon}`,
    sectors: named('sector', record.sectors),
    sdgs: named('sdg', record.sdgs),
    summary: record.summary,
    body: record.body,
    results: record.results,
    budget: record.budgetCents === null ? '' : euros(record.budgetCents),
    budgetBand: band ? bandLabel(band, locale) : '',
    funding: record.funding
      .map(({ funder, amountCents }) => (amountCents === null ? funder : `${funder} (${euros(amountCents)})`))
      .join('\n'),
    partnersThere: record.partnersThere
      .map(({ name, kind, place, country }) => {
        const kindName = kind && kindLabel(kind as KindKey, locale)
        const where = [place, country && projectFacetLabel('country', country, locale)].filter(Boolean)
        return [name, kindName, where.join(', ')].filter(Boolean).join(' — ')
      })
      .join('\n'),
  }
  const around = ({ id, name, city, listed }: ProjectRecord['holders'][number]) => ({
    name,
    city,
    listed,
    href: `${base}/bureau/structures/${id}`,
  })
  return {
    id: record.id,
    title: record.title,
    list: `${base}/bureau/projets`,
    home: `${base}/bureau/projets/${record.id}`,
    published: record.publishedAt !== null,
    publicPage: record.publishedAt && record.slug ? `${base}/projets/${record.slug}` : null,
    countryOnly: record.countryOnly,
    teamOnly: record.visibility === 'team',
    lacks: lacking(record),
    facts: Object.entries(facts).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    holders: record.holders.map(around),
    partnersHere: record.partnersHere.map(around),
    pictures: record.pictures.map(({ file, alt, credit }) => ({
      src: `${base}/fichiers/${file}`,
      alt,
      credit,
    })),
    ties: ties.map((tie) => tieLine(tie, network.timeZone, locale)),
    history: historyLines(record.history, network, locale),
  }
}

const OK = { confirmed: 'ok', proposed: 'wait', refused: 'bad', revoked: 'neutral' } as const

export function tieLine(tie: Ties[number], timeZone: string, locale: Locale) {
  const network = networkById(tie.network)
  const { id, title, organisation, holder, state, reason, organisationId } = tie
  return {
    id,
    title,
    organisation,
    organisationId,
    holder,
    state,
    tone: OK[state],
    reason,
    network: network ? nameOf(network) : '',
    networkSlug: network?.slug ?? '',
    since: days(locale, timeZone).format(new Date(tie.since)),
  }
}
