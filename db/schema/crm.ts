import {
  boolean,
  customType,
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
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What an organisation was called, and when, as far as one knows. */
export type FormerName = { name: string; from: string | null; until: string | null }
/** A value of a field that the network added. */
export type OwnValue = string | number | boolean | string[]

export const organisation = tenantTable(
  pgTable(
    'organisation',
    {
      ...tenantKey(),
      slug: text('slug'),
      name: text('name').notNull(),
      acronym: text('acronym'),
      aliases: text('aliases').array().notNull().default([]),
      kind: text('kind').notNull(),
      subkind: text('subkind'),
      siren: text('siren'),
      siret: text('siret'),
      rna: text('rna'),
      address: text('address'),
      insee: text('insee'),
      postalCode: text('postal_code'),
      city: text('city'),
      department: text('department'),
      lat: doublePrecision('lat'),
      lon: doublePrecision('lon'),
      website: text('website'),
      description: text('description').notNull().default(''),
      countries: text('countries').array().notNull().default([]),
      sectors: text('sectors').array().notNull().default([]),
      sdgs: smallint('sdgs').array().notNull().default([]),
      publishedAt: timestamp('published_at', { withTimezone: true }),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      parentId: uuid('parent_id'),
      formerNames: jsonb('former_names').$type<FormerName[]>().notNull().default([]),
      seatCountry: text('seat_country').notNull().default('FR'),
      seatPrivate: boolean('seat_private').notNull().default(false),
      email: text('email'),
      phone: text('phone'),
      aggregated: boolean('aggregated').notNull().default(true),
      shownToNetworks: boolean('shown_to_networks').notNull().default(true),
      contactable: boolean('contactable').notNull().default(true),
      verifiedAt: timestamp('verified_at', { withTimezone: true }),
      ownFields: jsonb('own_fields').$type<Record<string, OwnValue>>().notNull().default({}),
      search: tsvector('search').generatedAlwaysAs('').notNull(),
      folded: text('folded').generatedAlwaysAs('').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const person = tenantTable(
  pgTable(
    'person',
    {
      ...tenantKey(),
      givenName: text('given_name').notNull().default(''),
      familyName: text('family_name').notNull(),
      email: text('email'),
      emailKey: text('email_key').generatedAlwaysAs(''),
      phone: text('phone'),
      languages: text('languages').array().notNull().default([]),
      topics: text('topics').array().notNull().default([]),
      legalBasis: text('legal_basis').notNull().default('legitimate_interest'),
      dataOrigin: text('data_origin').notNull().default(''),
      consentedOn: date('consented_on'),
      lastContactOn: date('last_contact_on'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      search: tsvector('search').generatedAlwaysAs('').notNull(),
      folded: text('folded').generatedAlwaysAs('').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const personPosition = tenantTable(
  pgTable(
    'person_position',
    {
      ...tenantKey(),
      personId: uuid('person_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      function: text('function').notNull().default(''),
      standing: text('standing').notNull().default('staff'),
      service: text('service'),
      startedOn: date('started_on'),
      endedOn: date('ended_on'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const changeBatch = tenantTable(
  pgTable(
    'change_batch',
    {
      ...tenantKey(),
      kind: text('kind').notNull(),
      summary: jsonb('summary').$type<Record<string, unknown>>().notNull().default({}),
      accountId: uuid('account_id'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      undoneAt: timestamp('undone_at', { withTimezone: true }),
      undoneBy: uuid('undone_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const changeBatchLine = tenantTable(
  pgTable(
    'change_batch_line',
    {
      networkId: networkId(),
      batchId: uuid('batch_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      before: jsonb('before').$type<Record<string, unknown>>(),
      version: integer('version').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.batchId, t.organisationId] })],
  ),
)
