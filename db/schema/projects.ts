import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

export const project = tenantTable(
  pgTable(
    'project',
    {
      ...tenantKey(),
      title: text('title').notNull(),
      country: text('country'),
      sector: text('sector'),
      startedOn: date('started_on'),
      endedOn: date('ended_on'),
      publishedAt: timestamp('published_at', { withTimezone: true }),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const projectHolder = tenantTable(
  pgTable(
    'project_holder',
    {
      networkId: networkId(),
      projectId: uuid('project_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.projectId, t.organisationId] })],
  ),
)
