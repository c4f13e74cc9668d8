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
}

export type ListingLine = Omit<ListingItem, 'network' | 'networks'> & {
  networkId: number
  networks: number[] | null
}

export function listingColumns(scope: Scope) {
  return sql`slug, name, acronym, kind, subkind, city, postal_code as "postalCode", department, countries, sectors,
    sdgs, ${isMember(scope)} as member, lat, lon,
    to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", network_id as "networkId", networks`
}

export function toItem(line: ListingLine): ListingItem {
  const { slug, name, acronym, kind, subkind, city, postalCode, department, lat, lon } = line
  const { countries, sectors, sdgs, member, publishedAt } = line
  const network = networkById(line.networkId)?.slug ?? ''
  const others = (line.networks ?? []).flatMap((id) => networkById(id)?.slug ?? [])
  const networks = [network, ...others.filter((other) => other !== network)]
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
  }
}
