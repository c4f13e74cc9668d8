import { date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { listingTable, tenantKey } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const sessionFrameListing = listingTable(
  pgTable(
    'session_frame_listing',
    {
      ...tenantKey(),
      sharedKey: text('shared_key').notNull(),
      code: text('code').notNull(),
      name: text('name').notNull(),
      year: integer('year').notNull(),
      opensAt: instant('opens_at').notNull(),
      closesAt: instant('closes_at').notNull(),
      timeZone: text('time_zone').notNull(),
      actionsFrom: date('actions_from'),
      actionsTo: date('actions_to'),
      steps: text('steps').array().notNull(),
      deposited: integer('deposited').notNull().default(0),
      opined: integer('opined').notNull().default(0),
      financed: integer('financed').notNull().default(0),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
