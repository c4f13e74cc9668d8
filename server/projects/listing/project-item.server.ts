import { sql } from 'drizzle-orm'
import { networkById } from '#server/kernel/networks.ts'
import type { PanoramaScope } from './conditions.server.ts'

/** An organisation around a project, as its own listing tells it today. */
export type ListedAround = {
  name: string
  acronym: string | null
  slug: string
  kind: string
  network: string
}

/** A published project as lists show it, and as the public API gives it (its url is added at the edge). */
export type ProjectItem = {
  slug: string
  title: string
  summary: string
  countries: string[]
  place: string | null
  lat: number | null
  lon: number | null
  countryOnly: boolean
  sectors: string[]
  sdgs: number[]
  status: string
  startedOn: string | null
  endedOn: string | null
  budgetBand: string | null
  /** Those that are listed themselves, the lead first. */
  holders: ListedAround[]
  holderKinds: string[]
  /** How many hold it without being listed. */
  unnamed: number
  picture: { file: string; alt: string } | null
  publishedAt: string
  /** The network whose project it is, then those that show it too. */
  network: string
  networks: string[]
}

type Told = Omit<ListedAround, 'network'> & { network: number }
export type ProjectLine = Omit<ProjectItem, 'network' | 'networks' | 'holders'> & {
  networkId: number
  shownIn: number[] | null
  holders: Told[]
}

const AROUND = sql`jsonb_build_object('name', o.name, 'acronym', o.acronym, 'slug', o.slug, 'kind', o.kind,
  'network', o.network_id)`

/** Its own network names every organisation `o` it lists; elsewhere, those that agreed to be shown. */
export const namedFor = ({ networkId }: Pick<PanoramaScope, 'networkId'>) =>
  networkId === null ? sql`o.shown_to_networks` : sql`(o.shown_to_networks or o.network_id = ${networkId})`

/** Of the organisations of `column` that are listed today; a name that was withdrawn is nowhere else. */
export const namedIn = (column: 'holders' | 'partners_here', scope: PanoramaScope) => sql`
  (select coalesce(jsonb_agg(${AROUND} order by array_position(l.${sql.raw(column)}, o.id)), '[]')
   from organisation_listing o where o.network_id = l.network_id and o.id = any (l.${sql.raw(column)})
     and ${namedFor(scope)})`

const elsewhere = (scope: PanoramaScope) => sql`
  (select coalesce(jsonb_agg(${AROUND} order by o.network_id, o.name), '[]')
   from jsonb_to_recordset(l.elsewhere) e(network int, organisation uuid)
   join organisation_listing o on o.network_id = e.network and o.id = e.organisation and ${namedFor(scope)})`

export const INSTANT = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS"Z"'`)

export const projectColumns = (
  scope: PanoramaScope,
) => sql`l.slug, l.title, l.summary, l.countries, l.place, l.lat, l.lon,
  l.country_only as "countryOnly", l.sectors, l.sdgs, l.status, l.started_on as "startedOn",
  l.ended_on as "endedOn", l.budget_band as "budgetBand", l.holder_kinds as "holderKinds",
  ${namedIn('holders', scope)} || ${elsewhere(scope)} as holders,
  cardinality(l.holders) - jsonb_array_length(${namedIn('holders', scope)}) as unnamed,
  l.pictures -> 0 as picture, to_char(l.published_at at time zone 'UTC', ${INSTANT}) as "publishedAt",
  l.network_id as "networkId", l.shown_in as "shownIn"`

const slugOf = (id: number) => networkById(id)?.slug ?? ''

export const aroundOf = (told: Told[]): ListedAround[] =>
  told.map((one) => ({ ...one, network: slugOf(one.network) }))

export function toProjectItem(line: ProjectLine): ProjectItem {
  const { networkId, shownIn, holders, ...item } = line
  const network = slugOf(networkId)
  const networks = [network, ...(shownIn ?? []).map(slugOf).filter((slug) => slug && slug !== network)]
  return { ...item, holders: aroundOf(holders), network, networks }
}
