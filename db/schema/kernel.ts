import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { globalTable, tenantKey, tenantTable } from '#db/columns.ts'

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
