import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { listingTable, networkId, tenantKey, tenantTable } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const dispositifTemplateVersion = tenantTable(
  pgTable(
    'dispositif_template_version',
    {
      networkId: networkId(),
      dispositifId: uuid('dispositif_id').notNull(),
      version: integer('version').notNull(),
      content: jsonb('content').notNull(),
      note: text('note').notNull().default(''),
      accountId: uuid('account_id'),
      publishedAt: instant('published_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dispositifId, t.version] })],
  ),
)

export const dispositifTemplateListing = listingTable(
  pgTable(
    'dispositif_template_listing',
    {
      ...tenantKey(),
      version: integer('version').notNull(),
      code: text('code').notNull(),
      name: text('name').notNull(),
      content: jsonb('content').notNull(),
      note: text('note').notNull().default(''),
      publishedAt: instant('published_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dispositifTaken = tenantTable(
  pgTable(
    'dispositif_taken',
    {
      networkId: networkId(),
      dispositifId: uuid('dispositif_id').notNull(),
      sourceNetwork: integer('source_network'),
      source: text('source').notNull(),
      toldVersion: integer('told_version').notNull(),
      departedAt: instant('departed_at'),
      departedBy: uuid('departed_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dispositifId] })],
  ),
)

export const dispositifTakenVersion = tenantTable(
  pgTable(
    'dispositif_taken_version',
    {
      networkId: networkId(),
      dispositifId: uuid('dispositif_id').notNull(),
      version: integer('version').notNull(),
      content: jsonb('content').notNull(),
      accountId: uuid('account_id'),
      takenAt: instant('taken_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dispositifId, t.version] })],
  ),
)
