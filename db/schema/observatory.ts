import { pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantTable } from '#db/columns.ts'

const period = () => ({
  publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
})

/** Written by the database itself whenever a record is published or withdrawn. */
export const organisationPublication = tenantTable(
  pgTable(
    'organisation_publication',
    { networkId: networkId(), organisationId: uuid('organisation_id').notNull(), ...period() },
    (t) => [primaryKey({ columns: [t.networkId, t.organisationId, t.publishedAt] })],
  ),
)

export const projectPublication = tenantTable(
  pgTable(
    'project_publication',
    { networkId: networkId(), projectId: uuid('project_id').notNull(), ...period() },
    (t) => [primaryKey({ columns: [t.networkId, t.projectId, t.publishedAt] })],
  ),
)
