import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { listingTable, networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const dispositif = tenantTable(
  pgTable(
    'dispositif',
    {
      ...tenantKey(),
      slug: text('slug').notNull(),
      code: text('code').notNull(),
      name: text('name').notNull(),
      aliases: text('aliases').array().notNull().default([]),
      summary: text('summary').notNull().default(''),
      body: text('body').notNull().default(''),
      funder: text('funder').notNull().default(''),
      legalText: text('legal_text').notNull().default(''),
      contact: text('contact').notNull().default(''),
      intake: text('intake').$type<'elsewhere' | 'here'>().notNull(),
      intakeUrl: text('intake_url'),
      template: text('template'),
      customised: boolean('customised').notNull().default(false),
      publishedAt: instant('published_at'),
      archivedAt: instant('archived_at'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dispositifRevision = tenantTable(
  pgTable(
    'dispositif_revision',
    {
      ...tenantKey(),
      dispositifId: uuid('dispositif_id').notNull(),
      kind: text('kind').$type<'form' | 'rules' | 'grid'>().notNull(),
      number: integer('number').notNull(),
      content: jsonb('content').notNull(),
      note: text('note').notNull().default(''),
      accountId: uuid('account_id'),
      templateVersion: integer('template_version'),
      ...timestamps(),
      publishedAt: instant('published_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dispositifSession = tenantTable(
  pgTable(
    'dispositif_session',
    {
      ...tenantKey(),
      dispositifId: uuid('dispositif_id').notNull(),
      name: text('name').notNull(),
      year: integer('year').notNull(),
      opensAt: instant('opens_at').notNull(),
      closesAt: instant('closes_at').notNull(),
      timeZone: text('time_zone').notNull(),
      actionsFrom: date('actions_from'),
      actionsTo: date('actions_to'),
      envelopeCents: bigint('envelope_cents', { mode: 'number' }),
      rulesId: uuid('rules_id').notNull(),
      formId: uuid('form_id').notNull(),
      gridId: uuid('grid_id'),
      steps: text('steps').array().notNull().default([]),
      jury: text('jury').$type<'grid' | 'simple'>().notNull().default('grid'),
      retentionMonths: integer('retention_months').notNull().default(60),
      sharedKey: text('shared_key'),
      alsoRegions: text('also_regions').array().notNull().default([]),
      lastNumber: integer('last_number').notNull().default(0),
      publishedAt: instant('published_at'),
      laureatesPublishedAt: instant('laureates_published_at'),
      laureatesAmounts: boolean('laureates_amounts').notNull().default(false),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossier = tenantTable(
  pgTable(
    'dossier',
    {
      ...tenantKey(),
      sessionId: uuid('session_id').notNull(),
      number: integer('number').notNull(),
      title: text('title').notNull().default(''),
      origin: text('origin').$type<'here' | 'import' | 'behalf'>().notNull(),
      externalNumber: text('external_number'),
      externalStatus: text('external_status').notNull().default(''),
      formId: uuid('form_id').notNull(),
      answers: jsonb('answers').$type<Record<string, unknown>>().notNull().default({}),
      countries: text('countries').array().notNull().default([]),
      department: text('department'),
      startsOn: date('starts_on'),
      endsOn: date('ends_on'),
      requestedCents: bigint('requested_cents', { mode: 'number' }),
      grantedCents: bigint('granted_cents', { mode: 'number' }),
      planned: jsonb('planned'),
      achieved: jsonb('achieved'),
      sponsorId: uuid('sponsor_id'),
      assigneeId: uuid('assignee_id'),
      state: text('state').notNull().default('draft'),
      movedAt: instant('moved_at').notNull(),
      movedBy: uuid('moved_by'),
      moveReason: text('move_reason').notNull().default(''),
      moves: integer('moves').notNull().default(0),
      submittedAt: instant('submitted_at'),
      emptiedAt: instant('emptied_at'),
      emptiedNumber: text('emptied_number'),
      mergedInto: uuid('merged_into'),
      closingToldAt: instant('closing_told_at'),
      confirmedAt: instant('confirmed_at'),
      confirmedBy: uuid('confirmed_by'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierHolder = tenantTable(
  pgTable(
    'dossier_holder',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      lead: boolean('lead').notNull().default(false),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.organisationId] })],
  ),
)

export const dossierMove = tenantTable(
  pgTable(
    'dossier_move',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      nth: integer('nth').notNull(),
      fromState: text('from_state'),
      toState: text('to_state').notNull(),
      at: instant('at').notNull(),
      accountId: uuid('account_id'),
      reason: text('reason').notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.nth] })],
  ),
)

export const dossierWaiver = tenantTable(
  pgTable(
    'dossier_waiver',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      ruleKey: text('rule_key').notNull(),
      reason: text('reason').notNull(),
      accountId: uuid('account_id'),
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.ruleKey] })],
  ),
)

export type ListedCall = {
  id: string
  /** Of the set it is judged by. */
  rulesId: string
  name: string
  year: number
  opensAt: string
  closesAt: string
  timeZone: string
  actionsFrom: string | null
  actionsTo: string | null
  steps: string[]
  /** Codes of regions served beside the network's own. */
  alsoRegions?: string[]
}

/** One published revision of rules, told once for all the calls it holds for. */
export type ListedRules = { id: string; rules: unknown[] }

export const dispositifListing = listingTable(
  pgTable(
    'dispositif_listing',
    {
      ...tenantKey(),
      slug: text('slug').notNull(),
      code: text('code').notNull(),
      name: text('name').notNull(),
      aliases: text('aliases').array().notNull(),
      summary: text('summary').notNull(),
      body: text('body').notNull(),
      funder: text('funder').notNull(),
      legalText: text('legal_text').notNull(),
      contact: text('contact').notNull(),
      intake: text('intake').notNull(),
      intakeUrl: text('intake_url'),
      rules: jsonb('rules').$type<ListedRules[]>().notNull(),
      calls: jsonb('calls').$type<ListedCall[]>().notNull(),
      publishedAt: instant('published_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
