import { getTableName } from 'drizzle-orm'
import { integer, type PgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * Every table belongs to one class; the catalog tests hold the rules of each (db/README.md).
 * - tenant: private rows of one network, policy on network_id
 * - listing: published, read by all, written by its own network only
 * - programme: rows of a programme several networks share, policy on programme_id
 * - submission: statistics a network hands to the conference
 * - global: no network; each says why
 */
export type TableClass = 'tenant' | 'listing' | 'programme' | 'submission' | 'global'

export const tableClasses = new Map<string, { class: TableClass; why?: string }>()

function register<T extends PgTable>(table: T, entry: { class: TableClass; why?: string }): T {
  tableClasses.set(getTableName(table), entry)
  return table
}

export const tenantTable = <T extends PgTable>(table: T) => register(table, { class: 'tenant' })
export const listingTable = <T extends PgTable>(table: T) => register(table, { class: 'listing' })
export const globalTable = <T extends PgTable>(why: string, table: T) =>
  register(table, { class: 'global', why })

export const networkId = () => integer('network_id').notNull()

export const tenantKey = () => ({ networkId: networkId(), id: uuid('id').notNull() })

export const timestamps = () => ({
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
})
