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
import { listingTable, networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'
import { tsvector } from '#db/schema/crm.ts'

export type PartnerThere = {
  name: string | null
  kind: string | null
  place: string | null
  country: string | null
}
export type ListedPicture = { file: string; alt: string; credit: string }

export const project = tenantTable(
  pgTable(
    'project',
    {
      ...tenantKey(),
      slug: text('slug'),
      title: text('title').notNull(),
      summary: text('summary').notNull().default(''),
      body: text('body').notNull().default(''),
      countries: text('countries').array().notNull().default([]),
      place: text('place'),
      lat: doublePrecision('lat'),
      lon: doublePrecision('lon'),
      countryOnly: boolean('country_only').notNull().default(false),
      sectors: text('sectors').array().notNull().default([]),
      sdgs: smallint('sdgs').array().notNull().default([]),
      startedOn: date('started_on'),
      endedOn: date('ended_on'),
      status: text('status').notNull().default('running'),
      budgetCents: bigint('budget_cents', { mode: 'number' }),
      budgetBand: text('budget_band'),
      results: text('results').notNull().default(''),
      visibility: text('visibility').notNull().default('public'),
      publishedAt: timestamp('published_at', { withTimezone: true }),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      search: tsvector('search').generatedAlwaysAs('').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectHolder = tenantTable(
  pgTable(
    'project_holder',
    {
      networkId: networkId(),
      projectId: uuid('project_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      lead: boolean('lead').notNull().default(false),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.projectId, t.organisationId] })],
  ),
)

export const projectPartnerHere = tenantTable(
  pgTable(
    'project_partner_here',
    {
      networkId: networkId(),
      projectId: uuid('project_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.projectId, t.organisationId] })],
  ),
)

export const projectPartnerThere = tenantTable(
  pgTable(
    'project_partner_there',
    {
      ...tenantKey(),
      projectId: uuid('project_id').notNull(),
      position: smallint('position').notNull(),
      name: text('name').notNull(),
      kind: text('kind'),
      place: text('place'),
      country: text('country'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectFunding = tenantTable(
  pgTable(
    'project_funding',
    {
      ...tenantKey(),
      projectId: uuid('project_id').notNull(),
      position: smallint('position').notNull(),
      funder: text('funder').notNull(),
      amountCents: bigint('amount_cents', { mode: 'number' }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectPicture = tenantTable(
  pgTable(
    'project_picture',
    {
      networkId: networkId(),
      fileId: uuid('file_id').notNull(),
      projectId: uuid('project_id').notNull(),
      position: smallint('position').notNull(),
      alt: text('alt').notNull(),
      credit: text('credit').notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.fileId] })],
  ),
)

export const projectListing = listingTable(
  pgTable(
    'project_listing',
    {
      ...tenantKey(),
      slug: text('slug').notNull(),
      title: text('title').notNull(),
      summary: text('summary').notNull(),
      body: text('body').notNull(),
      results: text('results').notNull(),
      countries: text('countries').array().notNull(),
      zones: text('zones').array().notNull(),
      place: text('place'),
      lat: doublePrecision('lat'),
      lon: doublePrecision('lon'),
      countryOnly: boolean('country_only').notNull(),
      sectors: text('sectors').array().notNull(),
      sdgs: smallint('sdgs').array().notNull(),
      status: text('status').notNull(),
      startedOn: date('started_on'),
      endedOn: date('ended_on'),
      budgetBand: text('budget_band'),
      holderKinds: text('holder_kinds').array().notNull(),
      holders: uuid('holders').array().notNull(),
      partnersHere: uuid('partners_here').array().notNull(),
      partnersThere: jsonb('partners_there').$type<PartnerThere[]>().notNull(),
      funders: text('funders').array().notNull(),
      pictures: jsonb('pictures').$type<ListedPicture[]>().notNull(),
      shownIn: integer('shown_in').array(),
      elsewhere: jsonb('elsewhere').$type<{ network: number; organisation: string }[]>(),
      publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
      titleWords: tsvector('title_words').generatedAlwaysAs('').notNull(),
      search: tsvector('search').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectTie = tenantTable(
  pgTable(
    'project_tie',
    {
      ...tenantKey(),
      projectId: uuid('project_id').notNull(),
      otherNetworkId: integer('other_network_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      otherNowId: uuid('other_now_id').notNull(),
      projectTitle: text('project_title').notNull(),
      organisationName: text('organisation_name').notNull(),
      holderName: text('holder_name').notNull(),
      proposedBy: uuid('proposed_by'),
      proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectTieAnswer = tenantTable(
  pgTable(
    'project_tie_answer',
    {
      ...tenantKey(),
      askingNetworkId: integer('asking_network_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      answer: text('answer').notNull(),
      reason: text('reason').notNull().default(''),
      answeredBy: uuid('answered_by'),
      answeredAt: timestamp('answered_at', { withTimezone: true }).notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectProposal = tenantTable(
  pgTable(
    'project_proposal',
    {
      ...tenantKey(),
      projectId: uuid('project_id'),
      organisationId: uuid('organisation_id').notNull(),
      accountId: uuid('account_id'),
      proposed: jsonb('proposed').$type<Record<string, unknown>>().notNull().default({}),
      base: jsonb('base').$type<Record<string, unknown>>().notNull().default({}),
      note: text('note').notNull().default(''),
      state: text('state', { enum: ['draft', 'submitted', 'published', 'refused'] })
        .notNull()
        .default('draft'),
      taken: text('taken').array().notNull().default([]),
      reason: text('reason'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
      submittedAt: timestamp('submitted_at', { withTimezone: true }),
      decidedAt: timestamp('decided_at', { withTimezone: true }),
      decidedBy: uuid('decided_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
