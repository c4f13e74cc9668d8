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
      /** Taken out of the directory by the organisation itself, which may then show it again. */
      hiddenByKeeper: boolean('hidden_by_keeper').notNull().default(false),
      contactable: boolean('contactable').notNull().default(true),
      emailShown: boolean('email_shown').notNull().default(false),
      verifiedAt: timestamp('verified_at', { withTimezone: true }),
      ownFields: jsonb('own_fields').$type<Record<string, OwnValue>>().notNull().default({}),
      lookedAfterBy: uuid('looked_after_by'),
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

export const recordWord = tenantTable(
  pgTable('record_word', { networkId: networkId(), word: text('word').notNull() }, (t) => [
    primaryKey({ columns: [t.networkId, t.word] }),
  ]),
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
      attached: integer('attached').notNull().default(0),
      outcome: text('outcome', { enum: ['restored', 'deleted', 'touched', 'attached', 'absent'] }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.batchId, t.organisationId] })],
  ),
)

export const duplicatePair = tenantTable(
  pgTable(
    'duplicate_pair',
    {
      networkId: networkId(),
      leftId: uuid('left_id').notNull(),
      rightId: uuid('right_id').notNull(),
      score: smallint('score').notNull(),
      reasons: text('reasons').array().notNull().default([]),
      foundAt: timestamp('found_at', { withTimezone: true }).notNull().defaultNow(),
      apartAt: timestamp('apart_at', { withTimezone: true }),
      apartBy: uuid('apart_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.leftId, t.rightId] })],
  ),
)

/** What undoing a merge could not put back: a field or a row of another table. */
export type LeftOut = { what: string; detail: string | null }

export const organisationMerge = tenantTable(
  pgTable(
    'organisation_merge',
    {
      ...tenantKey(),
      keptId: uuid('kept_id').notNull(),
      mergedId: uuid('merged_id').notNull(),
      keptName: text('kept_name').notNull(),
      keptWas: text('kept_was'),
      mergedName: text('merged_name').notNull(),
      keptBefore: jsonb('kept_before').$type<Record<string, unknown>>().notNull().default({}),
      keptAfter: jsonb('kept_after').$type<Record<string, unknown>>().notNull().default({}),
      mergedBefore: jsonb('merged_before').$type<Record<string, unknown>>().notNull().default({}),
      accountId: uuid('account_id'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      undoneAt: timestamp('undone_at', { withTimezone: true }),
      undoneBy: uuid('undone_by'),
      leftOut: jsonb('left_out').$type<LeftOut[]>().notNull().default([]),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const organisationMergeLine = tenantTable(
  pgTable(
    'organisation_merge_line',
    {
      networkId: networkId(),
      mergeId: uuid('merge_id').notNull(),
      position: integer('position').notNull(),
      link: text('link').notNull(),
      moved: boolean('moved').notNull(),
      before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.mergeId, t.position] })],
  ),
)

export const organisationRedirect = tenantTable(
  pgTable(
    'organisation_redirect',
    {
      networkId: networkId(),
      oldId: uuid('old_id').notNull(),
      keptId: uuid('kept_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.oldId] })],
  ),
)
