import {
  bigint,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'
import { globalTable } from '#db/columns.ts'

export const account = globalTable(
  'one person, one account, whatever the number of networks',
  pgTable('account', {
    id: uuid('id').primaryKey(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    locale: text('locale').notNull().default('fr'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const accountSession = globalTable(
  'a signed-in browser, known before any network is',
  pgTable('account_session', {
    idHash: text('id_hash').primaryKey(),
    accountId: uuid('account_id').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const accountGrant = globalTable(
  'read to learn in which networks a person may act, so before one is chosen',
  pgTable(
    'account_grant',
    {
      accountId: uuid('account_id').notNull(),
      networkId: integer('network_id').notNull(),
      role: text('role', { enum: ['admin', 'staff'] }).notNull(),
      startsOn: date('starts_on').notNull(),
      endsOn: date('ends_on'),
      givenBy: uuid('given_by'),
      givenAt: timestamp('given_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.accountId, t.networkId, t.role, t.startsOn] })],
  ),
)

export const signInAttempt = globalTable(
  'tries at the door, counted together by all machines',
  pgTable('sign_in_attempt', {
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull().default(0),
    expire: bigint('expire', { mode: 'number' }),
  }),
)
