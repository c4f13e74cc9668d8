import { sql } from 'drizzle-orm'
import { networkById } from '#server/kernel/networks.ts'
import { isMember, type Scope } from './conditions.server.ts'

/** A listing as lists show it, and as the public API gives it (its url is added at the edge). */
export type ListingItem = {
  slug: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  city: string | null
  postalCode: string | null
  department: string | null
  countries: string[]
  sectors: string[]
  sdgs: number[]
  member: boolean
  lat: number | null
  lon: number | null
  publishedAt: string
  /** The network whose page this is, then every other that lists the same organisation. */
  network: string
  networks: string[]
  /** Its page in each of them. */
  pages: { network: string; slug: string }[]
}

export type ListingLine = Omit<ListingItem, 'network' | 'networks' | 'pages'> & {
  networkId: number
  networks: number[] | null
  pages: [number, string][] | null
}

/** Of the listings `l`. */
export function listingColumns(scope: Scope) {
  return sql`slug, name, acronym, kind, subkind, city, postal_code as "postalCode", department, countries, sectors,
    sdgs, ${isMember(scope)} as member, lat, lon,
    to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", network_id as "networkId", networks,
    (select json_agg(json_build_array(o.network_id, o.slug) order by o.network_id, o.id) from organisation_listing o
      where l.networks is not null and o.national_key = l.national_key) as pages`
}

export function toItem(line: ListingLine): ListingItem {
  const { slug, name, acronym, kind, subkind, city, postalCode, department, lat, lon } = line
  const { countries, sectors, sdgs, member, publishedAt } = line
  const network = networkById(line.networkId)?.slug ?? ''
  const others = (line.networks ?? []).flatMap((id) => networkById(id)?.slug ?? [])
  const networks = [network, ...others.filter((other) => other !== network)]
  const slugs = new Map((line.pages ?? []).toReversed().map(([id, page]) => [networkById(id)?.slug, page]))
  slugs.set(network, slug)
  return {
    slug,
    name,
    acronym,
    kind,
    subkind,
    city,
    postalCode,
    department,
    countries,
    sectors,
    sdgs,
    member,
    lat,
    lon,
    publishedAt,
    network,
    networks,
    pages: networks.flatMap((one) => {
      const page = slugs.get(one)
      return page ? [{ network: one, slug: page }] : []
    }),
  }
}
