import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { listingTable, networkId, tenantTable } from '#db/columns.ts'

export type Brand = { brand: string; brandStrong: string; brandSoft: string; onBrand: string }

/** What a network decided otherwise than its file in tenants/. */
export const networkSetting = listingTable(
  pgTable('network_setting', {
    networkId: networkId().primaryKey(),
    brand: jsonb('brand').$type<Brand>(),
    modulesOff: text('modules_off').array().notNull().default([]),
    embedSites: text('embed_sites').array().notNull().default([]),
    adminPasskey: boolean('admin_passkey').notNull().default(false),
    proposalsAtOnce: boolean('proposals_at_once').notNull().default(false),
    colleaguesAccepted: boolean('colleagues_accepted').notNull().default(false),
    messagesKeptMonths: integer('messages_kept_months').notNull().default(12),
    version: integer('version').notNull().default(1),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

const pageKey = () => ({
  networkId: networkId(),
  key: text('key').notNull(),
  locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
  body: text('body').notNull(),
})

export const networkPage = listingTable(
  pgTable(
    'network_page',
    {
      ...pageKey(),
      previous: text('previous'),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.key, t.locale] })],
  ),
)

export const networkPageDraft = tenantTable(
  pgTable(
    'network_page_draft',
    {
      ...pageKey(),
      updatedBy: uuid('updated_by'),
      updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.key, t.locale] })],
  ),
)

export const networkHost = listingTable(
  pgTable(
    'network_host',
    {
      networkId: networkId(),
      host: text('host').notNull(),
      token: text('token').notNull(),
      declaredAt: timestamp('declared_at', { withTimezone: true }).notNull().defaultNow(),
      verifiedAt: timestamp('verified_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.host] })],
  ),
)
