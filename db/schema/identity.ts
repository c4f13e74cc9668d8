import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core'
import { globalTable, listingTable, networkId, tenantKey, tenantTable } from '#db/columns.ts'
import type { Profile, Role } from '#tenants/roles.ts'

const bytea = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Buffer }>({ dataType: () => 'bytea' })

export const account = globalTable(
  'one person, one account, whatever the number of networks',
  pgTable('account', {
    id: uuid('id').primaryKey(),
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash'),
    locale: text('locale', { enum: ['fr', 'en'] })
      .notNull()
      .default('fr'),
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
    device: text('device').notNull().default(''),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull().defaultNow(),
    awaitsPasskey: boolean('awaits_passkey').notNull().default(false),
    challenge: text('challenge'),
  }),
)

/** Read before a network is chosen, so by all; written by its own network alone. */
export const accountGrant = listingTable(
  pgTable(
    'account_grant',
    {
      ...tenantKey(),
      accountId: uuid('account_id').notNull(),
      role: text('role').$type<Role>().notNull(),
      profile: text('profile').$type<Profile>(),
      missions: text('missions').array().notNull().default([]),
      programmeId: uuid('programme_id'),
      startsOn: date('starts_on').notNull(),
      endsOn: date('ends_on'),
      givenBy: uuid('given_by'),
      givenAt: timestamp('given_at', { withTimezone: true }).notNull().defaultNow(),
      revokedAt: timestamp('revoked_at', { withTimezone: true }),
      revokedBy: uuid('revoked_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const grantOrganisation = tenantTable(
  pgTable(
    'grant_organisation',
    {
      networkId: networkId(),
      grantId: uuid('grant_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.grantId, t.organisationId] })],
  ),
)

export const representationRequest = tenantTable(
  pgTable(
    'representation_request',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      accountId: uuid('account_id'),
      jobTitle: text('job_title').notNull().default(''),
      message: text('message').notNull().default(''),
      takesOver: boolean('takes_over').notNull().default(false),
      askedAt: timestamp('asked_at', { withTimezone: true }).notNull().defaultNow(),
      decidedAt: timestamp('decided_at', { withTimezone: true }),
      decidedBy: uuid('decided_by'),
      decision: text('decision', { enum: ['accepted', 'refused'] }),
      reason: text('reason'),
      name: text('name'),
      email: text('email'),
      locale: text('locale', { enum: ['fr', 'en'] })
        .notNull()
        .default('fr'),
      confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
      invitedBy: uuid('invited_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const invitation = tenantTable(
  pgTable(
    'invitation',
    {
      ...tenantKey(),
      email: text('email').notNull(),
      role: text('role').$type<Role>().notNull(),
      profile: text('profile').$type<Profile>(),
      missions: text('missions').array().notNull().default([]),
      organisationIds: uuid('organisation_ids').array().notNull().default([]),
      programmeId: uuid('programme_id'),
      endsOn: date('ends_on'),
      path: text('path').notNull(),
      locale: text('locale', { enum: ['fr', 'en'] })
        .notNull()
        .default('fr'),
      tokenHash: text('token_hash').notNull(),
      expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
      invitedBy: uuid('invited_by'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      acceptedAt: timestamp('accepted_at', { withTimezone: true }),
      acceptedBy: uuid('accepted_by'),
      withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const absence = tenantTable(
  pgTable(
    'absence',
    {
      ...tenantKey(),
      accountId: uuid('account_id').notNull(),
      colleagueId: uuid('colleague_id').notNull(),
      startsOn: date('starts_on').notNull(),
      backOn: date('back_on').notNull(),
      note: text('note').notNull().default(''),
      givenBy: uuid('given_by'),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      endedAt: timestamp('ended_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const accountToken = globalTable(
  'a single-use link to sign in or choose a password, opened before anyone is known',
  pgTable('account_token', {
    tokenHash: text('token_hash').primaryKey(),
    accountId: uuid('account_id').notNull(),
    purpose: text('purpose', { enum: ['sign_in', 'reset'] }).notNull(),
    path: text('path').notNull().default('/'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const emailChange = globalTable(
  'an account changes its address, whatever its networks',
  pgTable('email_change', {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    newEmail: text('new_email').notNull(),
    oldTokenHash: text('old_token_hash').notNull().unique(),
    newTokenHash: text('new_token_hash').notNull().unique(),
    oldConfirmedAt: timestamp('old_confirmed_at', { withTimezone: true }),
    newConfirmedAt: timestamp('new_confirmed_at', { withTimezone: true }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const passkey = globalTable(
  'the second factor of a person, asked before any network is known',
  pgTable('passkey', {
    id: text('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    publicKey: bytea('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports').array().notNull().default([]),
    name: text('name').notNull(),
    backedUp: boolean('backed_up').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  }),
)

export const recoveryCode = globalTable(
  'the way in of a person whose passkey is lost, asked before any network is known',
  pgTable('recovery_code', {
    codeHash: text('code_hash').primaryKey(),
    accountId: uuid('account_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  }),
)

export const accountIdentity = globalTable(
  'whom an identity provider knows, learnt before any network is',
  pgTable(
    'account_identity',
    {
      issuer: text('issuer').notNull(),
      subject: text('subject').notNull(),
      accountId: uuid('account_id').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      detachedAt: timestamp('detached_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
  ),
)

export const oidcAttempt = globalTable(
  'a round trip to an identity provider, under way before anyone is known',
  pgTable('oidc_attempt', {
    stateHash: text('state_hash').primaryKey(),
    nonce: text('nonce').notNull(),
    codeVerifier: text('code_verifier').notNull(),
    path: text('path').notNull().default('/'),
    accountId: uuid('account_id'),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  }),
)

export const accountEvent = globalTable(
  'what happened to an account, shown to its person in any network',
  pgTable('account_event', {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id').notNull(),
    kind: text('kind').notNull(),
    device: text('device').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  }),
)

export const signInAttempt = globalTable(
  'tries at the door, counted together by all machines',
  pgTable('sign_in_attempt', {
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull().default(0),
    expire: bigint('expire', { mode: 'number' }),
  }),
)
