import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

/** What makes dispositifs known, and those who sponsor and instruct able. */

export const outreachAction = tenantTable(
  pgTable(
    'outreach_action',
    {
      ...tenantKey(),
      kind: text('kind').notNull(),
      happenedOn: date('happened_on').notNull(),
      title: text('title').notNull(),
      place: text('place').notNull().default(''),
      people: integer('people'),
      organisations: integer('organisations'),
      note: text('note').notNull().default(''),
      accountId: uuid('account_id'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      removedAt: timestamp('removed_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const outreachActionDispositif = tenantTable(
  pgTable(
    'outreach_action_dispositif',
    {
      networkId: networkId(),
      actionId: uuid('action_id').notNull(),
      dispositifId: uuid('dispositif_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.actionId, t.dispositifId] })],
  ),
)

export const outreachActionColleague = tenantTable(
  pgTable(
    'outreach_action_colleague',
    {
      networkId: networkId(),
      actionId: uuid('action_id').notNull(),
      accountId: uuid('account_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.actionId, t.accountId] })],
  ),
)
