import { date, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantTable } from '#db/columns.ts'

/** The least a badge needs: who, which year, which college, since when. */
export const membership = tenantTable(
  pgTable(
    'membership',
    {
      networkId: networkId(),
      organisationId: uuid('organisation_id').notNull(),
      year: smallint('year').notNull(),
      college: text('college').notNull(),
      joinedOn: date('joined_on').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.organisationId, t.year] })],
  ),
)
