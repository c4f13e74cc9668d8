import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { globalTable, listingTable, networkId, tenantKey, tenantTable } from '#db/columns.ts'
import { tsvector } from '#db/schema/crm.ts'

/** A field of the network's own as its listing tells it: choices by their labels. */
export type ListedField = {
  key: string
  label: string
  type: string
  value: string | number | boolean | string[]
}

export const organisationListing = listingTable(
  pgTable(
    'organisation_listing',
    {
      ...tenantKey(),
      slug: text('slug').notNull(),
      name: text('name').notNull(),
      acronym: text('acronym'),
      aliases: text('aliases').array().notNull(),
      kind: text('kind').notNull(),
      subkind: text('subkind'),
      address: text('address'),
      postalCode: text('postal_code'),
      city: text('city'),
      department: text('department'),
      lat: doublePrecision('lat'),
      lon: doublePrecision('lon'),
      website: text('website'),
      email: text('email'),
      phone: text('phone'),
      seatCountry: text('seat_country').notNull().default('FR'),
      shownToNetworks: boolean('shown_to_networks').notNull().default(true),
      aggregated: boolean('aggregated').notNull().default(true),
      description: text('description').notNull(),
      countries: text('countries').array().notNull(),
      zones: text('zones').array().notNull(),
      sectors: text('sectors').array().notNull(),
      sdgs: smallint('sdgs').array().notNull(),
      memberUntil: date('member_until'),
      verifiedAt: timestamp('verified_at', { withTimezone: true }),
      contactable: boolean('contactable').notNull().default(true),
      siren: text('siren'),
      rna: text('rna'),
      matchedName: text('matched_name').generatedAlwaysAs('').notNull(),
      alike: boolean('alike').notNull().default(false),
      nationalKey: text('national_key'),
      networks: integer('networks').array(),
      publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
      title: tsvector('title').generatedAlwaysAs('').notNull(),
      search: tsvector('search').notNull(),
      ownFields: jsonb('own_fields').$type<ListedField[]>().notNull().default([]),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

/** A public address that was an organisation's before it was merged, and the record it leads to now. */
export const listingRedirect = listingTable(
  pgTable(
    'listing_redirect',
    { networkId: networkId(), slug: text('slug').notNull(), id: uuid('id').notNull() },
    (t) => [primaryKey({ columns: [t.networkId, t.slug] })],
  ),
)

/** What a network says of one of its listings and one of another network's: one organisation, or two. */
export const listingTie = tenantTable(
  pgTable(
    'listing_tie',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      otherNetworkId: integer('other_network_id').notNull(),
      otherOrganisationId: uuid('other_organisation_id').notNull(),
      otherNowId: uuid('other_now_id').notNull(),
      answer: text('answer').$type<'same' | 'different'>().notNull(),
      saidBy: uuid('said_by'),
      saidAt: timestamp('said_at', { withTimezone: true }).notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const listingRevision = listingTable(
  pgTable('listing_revision', {
    networkId: integer('network_id').primaryKey(),
    revision: bigint('revision', { mode: 'number' }).notNull().default(0),
  }),
)

export const listingWord = globalTable(
  'words of published listings, to mend a mistyped one; public by nature',
  pgTable('listing_word', { word: text('word').primaryKey() }),
)
