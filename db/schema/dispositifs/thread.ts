import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { tenantKey, tenantTable } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const dossierMessage = tenantTable(
  pgTable(
    'dossier_message',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      accountId: uuid('account_id'),
      body: text('body').notNull(),
      at: instant('at').notNull(),
      withdrawnAt: instant('withdrawn_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
