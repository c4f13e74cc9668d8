import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const dossierEditor = tenantTable(
  pgTable(
    'dossier_editor',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      email: text('email').notNull(),
      accountId: uuid('account_id'),
      name: text('name').notNull().default(''),
      addedBy: uuid('added_by'),
      addedAt: instant('added_at').notNull().defaultNow(),
      joinedAt: instant('joined_at'),
      seenAt: instant('seen_at'),
      removedAt: instant('removed_at'),
      organisationId: uuid('organisation_id'),
      access: text('access', { enum: ['write', 'read'] })
        .notNull()
        .default('write'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const FILE_KINDS = ['field', 'imported', 'report', 'proof', 'letter', 'other'] as const

export const dossierFile = tenantTable(
  pgTable(
    'dossier_file',
    {
      networkId: networkId(),
      fileId: uuid('file_id').notNull(),
      dossierId: uuid('dossier_id').notNull(),
      kind: text('kind', { enum: FILE_KINDS }).notNull(),
      fieldKey: text('field_key'),
      addedBy: uuid('added_by'),
      addedAt: instant('added_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.fileId] })],
  ),
)

export const dossierCorrection = tenantTable(
  pgTable(
    'dossier_correction',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      fields: text('fields').array().notNull(),
      reason: text('reason').notNull(),
      dueOn: date('due_on').notNull(),
      askedBy: uuid('asked_by'),
      askedAt: instant('asked_at').notNull().defaultNow(),
      remindedAt: instant('reminded_at'),
      answeredBy: uuid('answered_by'),
      answeredAt: instant('answered_at'),
      answer: text('answer').notNull().default(''),
      cancelledBy: uuid('cancelled_by'),
      cancelledAt: instant('cancelled_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierSave = tenantTable(
  pgTable(
    'dossier_save',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      version: integer('version').notNull(),
      accountId: uuid('account_id'),
      at: instant('at').notNull(),
      fields: text('fields').array().notNull(),
      replaced: jsonb('replaced').$type<Record<string, unknown>>().notNull().default({}),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.version] })],
  ),
)

export const dossierStart = tenantTable(
  pgTable(
    'dossier_start',
    {
      ...tenantKey(),
      sessionId: uuid('session_id').notNull(),
      email: text('email').notNull(),
      name: text('name').notNull().default(''),
      organisation: text('organisation').notNull().default(''),
      identifier: text('identifier').notNull().default(''),
      kind: text('kind').notNull().default('association'),
      title: text('title').notNull().default(''),
      locale: text('locale').$type<'fr' | 'en'>().notNull(),
      createdAt: instant('created_at').notNull().defaultNow(),
      dossierId: uuid('dossier_id'),
      organisationId: uuid('organisation_id'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierReport = tenantTable(
  pgTable(
    'dossier_report',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      body: text('body').notNull().default(''),
      spentCents: bigint('spent_cents', { mode: 'number' }),
      budget: jsonb('budget').$type<unknown[]>().notNull().default([]),
      version: integer('version').notNull().default(1),
      updatedAt: instant('updated_at').notNull().defaultNow(),
      sentAt: instant('sent_at'),
      sentBy: uuid('sent_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId] })],
  ),
)
