import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

export const supportAct = tenantTable(
  pgTable(
    'support_act',
    {
      ...tenantKey(),
      happenedOn: date('happened_on').notNull(),
      minutes: integer('minutes').notNull(),
      family: text('family').notNull(),
      kind: text('kind').notNull(),
      channel: text('channel'),
      topic: text('topic').notNull().default(''),
      projectId: uuid('project_id'),
      agreed: text('agreed').notNull().default(''),
      note: text('note').notNull().default(''),
      nextStep: text('next_step').notNull().default(''),
      nextOn: date('next_on'),
      nextDoneAt: timestamp('next_done_at', { withTimezone: true }),
      nextDoneBy: uuid('next_done_by'),
      accountId: uuid('account_id'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      removedAt: timestamp('removed_at', { withTimezone: true }),
      removedBy: uuid('removed_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const supportActOrganisation = tenantTable(
  pgTable(
    'support_act_organisation',
    {
      networkId: networkId(),
      actId: uuid('act_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.actId, t.organisationId] })],
  ),
)
