import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { ListedField } from '#db/schema/directory.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Scope } from './conditions.server.ts'
import { type ListingItem, type ListingLine, listingColumns, toItem } from './listing-item.server.ts'

export type { ListedField }

export type ListingPage = ListingItem & {
  aliases: string[]
  address: string | null
  website: string | null
  email: string | null
  phone: string | null
  seatCountry: string
  description: string
  zones: string[]
  updatedAt: string
  verifiedAt: string | null
  contactable: boolean
  ownFields: ListedField[]
}

type Details = Omit<ListingPage, keyof ListingItem>

/** One published organisation of one network, by its address; absent and unpublished are the same. */
export async function getListing(scope: Scope & { networkId: number }, slug: string): Promise<ListingPage> {
  if (!/^[a-z0-9-]+$/.test(slug)) throw notFound()
  const { rows } = await publicDb().execute<ListingLine & Details>(sql`
    select ${listingColumns(scope)}, aliases, address, website, email, phone,
      seat_country as "seatCountry", description, zones, contactable, own_fields as "ownFields",
      to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
      to_char(verified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "verifiedAt"
    from organisation_listing l where network_id = ${scope.networkId} and slug = ${slug}`)
  const line = rows[0]
  if (!line) throw notFound()
  const {
    aliases,
    address,
    website,
    email,
    phone,
    seatCountry,
    description,
    zones,
    updatedAt,
    verifiedAt,
    contactable,
    ownFields,
  } = line
  const details = {
    aliases,
    address,
    website,
    email,
    phone,
    seatCountry,
    description,
    zones,
    updatedAt,
    verifiedAt,
    contactable,
    ownFields,
  }
  return { ...toItem(line), ...details }
}
