import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { listingTable, networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

/** Sponsors, decisions, letters, and what follows a decision. */

const instant = (name: string) => timestamp(name, { withTimezone: true })
const cents = (name: string) => bigint(name, { mode: 'number' })

export const sponsorAccreditation = tenantTable(
  pgTable(
    'sponsor_accreditation',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      dispositifId: uuid('dispositif_id'),
      startsOn: date('starts_on').notNull(),
      endsOn: date('ends_on'),
      reference: text('reference').notNull().default(''),
      note: text('note').notNull().default(''),
      trainedOn: date('trained_on'),
      endedOn: date('ended_on'),
      endReason: text('end_reason').notNull().default(''),
      accountId: uuid('account_id'),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierDecision = tenantTable(
  pgTable(
    'dossier_decision',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      number: integer('number').notNull(),
      outcome: text('outcome').$type<'financed' | 'refused' | 'adjourned'>().notNull(),
      amountCents: cents('amount_cents'),
      decidedOn: date('decided_on').notNull(),
      reference: text('reference').notNull().default(''),
      comment: text('comment').notNull().default(''),
      origin: text('origin').$type<'single' | 'import'>().notNull(),
      accountId: uuid('account_id'),
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const decisionImport = tenantTable(
  pgTable(
    'decision_import',
    {
      ...tenantKey(),
      sessionId: uuid('session_id').notNull(),
      fileName: text('file_name').notNull(),
      headings: jsonb('headings').$type<string[]>().notNull(),
      rows: jsonb('rows').$type<{ line: number; cells: string[] }[]>().notNull(),
      matching: jsonb('matching').$type<(string | null)[]>().notNull(),
      accountId: uuid('account_id'),
      createdAt: instant('created_at').notNull(),
      writtenAt: instant('written_at'),
      written: integer('written'),
      forgottenAt: instant('forgotten_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dispositifLetter = tenantTable(
  pgTable(
    'dispositif_letter',
    {
      networkId: networkId(),
      dispositifId: uuid('dispositif_id').notNull(),
      key: text('key').notNull(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      accountId: uuid('account_id'),
      updatedAt: instant('updated_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dispositifId, t.key] })],
  ),
)

export type SentTo = { name: string; email: string; as: 'editor' | 'sponsor' }

export const dossierLetter = tenantTable(
  pgTable(
    'dossier_letter',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      key: text('key').notNull(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      sentTo: jsonb('sent_to').$type<SentTo[]>().notNull(),
      accountId: uuid('account_id'),
      at: instant('at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierPayment = tenantTable(
  pgTable(
    'dossier_payment',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      kind: text('kind').$type<'advance' | 'balance' | 'return'>().notNull(),
      amountCents: cents('amount_cents').notNull(),
      dueOn: date('due_on'),
      paidTo: text('paid_to').$type<'holder' | 'sponsor'>().notNull(),
      accountId: uuid('account_id'),
      createdAt: instant('created_at').notNull(),
      cancelledAt: instant('cancelled_at'),
      cancelledBy: uuid('cancelled_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierPaymentStep = tenantTable(
  pgTable(
    'dossier_payment_step',
    {
      ...tenantKey(),
      paymentId: uuid('payment_id').notNull(),
      step: text('step').$type<'paid' | 'received' | 'passed_on'>().notNull(),
      amountCents: cents('amount_cents').notNull(),
      happenedOn: date('happened_on').notNull(),
      note: text('note').notNull().default(''),
      fileId: uuid('file_id'),
      accountId: uuid('account_id'),
      at: instant('at').notNull(),
      cancelledAt: instant('cancelled_at'),
      cancelledBy: uuid('cancelled_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierFollowUp = tenantTable(
  pgTable(
    'dossier_follow_up',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      reportDueOn: date('report_due_on'),
      remindedBefore: date('reminded_before'),
      remindedAfter: date('reminded_after'),
      projectId: uuid('project_id'),
      projectAt: instant('project_at'),
      projectBy: uuid('project_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId] })],
  ),
)

export const laureateListing = listingTable(
  pgTable(
    'laureate_listing',
    {
      ...tenantKey(),
      sessionId: uuid('session_id').notNull(),
      dispositifId: uuid('dispositif_id').notNull(),
      holders: text('holders').array().notNull(),
      title: text('title').notNull(),
      countries: text('countries').array().notNull(),
      amountCents: cents('amount_cents'),
      publishedAt: instant('published_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
