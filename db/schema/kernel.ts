import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { globalTable, networkId, tenantKey, tenantTable } from '#db/columns.ts'

export const network = globalTable(
  'the list of tenants itself, copied from tenants/ at start',
  pgTable('network', {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    slug: text('slug').notNull().unique(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
  }),
)

export const schemaMigration = globalTable(
  'which migrations this database has had',
  pgTable('schema_migration', {
    name: text('name').primaryKey(),
    checksum: text('checksum').notNull(),
    appliedAt: timestamp('applied_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const auditEntry = tenantTable(
  pgTable(
    'audit_entry',
    {
      ...tenantKey(),
      accountId: uuid('account_id'),
      action: text('action').notNull(),
      objectType: text('object_type').notNull(),
      objectId: uuid('object_id').notNull(),
      changes: jsonb('changes').notNull().default({}),
      at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const storedFile = tenantTable(
  pgTable(
    'stored_file',
    {
      ...tenantKey(),
      storageKey: text('storage_key').notNull(),
      name: text('name').notNull(),
      mediaType: text('media_type').notNull(),
      size: bigint('size', { mode: 'number' }).notNull(),
      sha256: text('sha256').notNull(),
      ownerType: text('owner_type').notNull(),
      ownerId: uuid('owner_id').notNull(),
      isPublic: boolean('is_public').notNull().default(false),
      verdict: text('verdict', { enum: ['not_scanned', 'clean', 'infected'] })
        .notNull()
        .default('not_scanned'),
      createdBy: uuid('created_by'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      deletedAt: timestamp('deleted_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const longWork = tenantTable(
  pgTable(
    'long_work',
    {
      ...tenantKey(),
      accountId: uuid('account_id'),
      kind: text('kind').notNull(),
      input: jsonb('input').notNull().default({}),
      state: text('state', { enum: ['waiting', 'running', 'failed', 'done', 'cancelled'] })
        .notNull()
        .default('waiting'),
      done: integer('done').notNull().default(0),
      total: integer('total'),
      errorCode: text('error_code'),
      result: jsonb('result'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      startedAt: timestamp('started_at', { withTimezone: true }),
      finishedAt: timestamp('finished_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const outgoingMail = globalTable(
  'mail to a person, who may have no network yet; only the worker and service pages read it',
  pgTable('outgoing_mail', {
    id: uuid('id').primaryKey(),
    networkId: integer('network_id'),
    toAddress: text('to_address').notNull(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
    template: text('template').notNull(),
    props: jsonb('props').$type<Record<string, unknown>>().notNull().default({}),
    subject: text('subject'),
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'failed', 'bounced', 'suppressed'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    messageId: text('message_id'),
    error: text('error'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    sendingSince: timestamp('sending_since', { withTimezone: true }),
  }),
)

export const mailBounce = globalTable(
  'addresses that refuse mail for good, whichever network writes',
  pgTable('mail_bounce', {
    addressHash: text('address_hash').primaryKey(),
    reason: text('reason').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const notification = tenantTable(
  pgTable(
    'notification',
    {
      ...tenantKey(),
      accountId: uuid('account_id').notNull(),
      kind: text('kind').notNull(),
      params: jsonb('params').$type<Record<string, unknown>>().notNull().default({}),
      path: text('path').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      readAt: timestamp('read_at', { withTimezone: true }),
      digestedAt: timestamp('digested_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const notificationChoice = tenantTable(
  pgTable(
    'notification_choice',
    {
      networkId: networkId(),
      accountId: uuid('account_id').notNull(),
      kind: text('kind').notNull(),
      inApp: boolean('in_app').notNull().default(true),
      byMail: boolean('by_mail').notNull().default(true),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.accountId, t.kind] })],
  ),
)

export const unsubscribeLink = tenantTable(
  pgTable(
    'unsubscribe_link',
    {
      networkId: networkId(),
      tokenHash: text('token_hash').notNull(),
      accountId: uuid('account_id').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.tokenHash] })],
  ),
)

export const publicLink = tenantTable(
  pgTable(
    'public_link',
    {
      networkId: networkId(),
      tokenHash: text('token_hash').notNull(),
      purpose: text('purpose').notNull(),
      subjectId: uuid('subject_id').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
      usedAt: timestamp('used_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.tokenHash] })],
  ),
)
