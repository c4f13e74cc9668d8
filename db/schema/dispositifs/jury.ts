import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const instructor = tenantTable(
  pgTable(
    'instructor',
    {
      ...tenantKey(),
      email: text('email').notNull(),
      name: text('name').notNull(),
      accountId: uuid('account_id'),
      organisationId: uuid('organisation_id'),
      organisationName: text('organisation_name').notNull().default(''),
      sectors: text('sectors').array().notNull().default([]),
      countries: text('countries').array().notNull().default([]),
      publics: text('publics').array().notNull().default([]),
      most: integer('most'),
      trainedOn: date('trained_on'),
      endedAt: instant('ended_at'),
      endedBy: uuid('ended_by'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

/** What was wanting when files were given out. */
export type Short = { dossier: string; missing: number; why: 'too_few_instructors' | 'conflicts' | 'load' }

export const sessionInstruction = tenantTable(
  pgTable(
    'session_instruction',
    {
      networkId: networkId(),
      sessionId: uuid('session_id').notNull(),
      readers: integer('readers').notNull().default(2),
      dueOn: date('due_on'),
      anonymous: boolean('anonymous').notNull().default(false),
      short: jsonb('short').$type<Short[]>().notNull().default([]),
      distributedAt: instant('distributed_at'),
      updatedAt: instant('updated_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.sessionId] })],
  ),
)

export const sessionInstructor = tenantTable(
  pgTable(
    'session_instructor',
    {
      networkId: networkId(),
      sessionId: uuid('session_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      chosenAt: instant('chosen_at').notNull().defaultNow(),
      declaredAt: instant('declared_at'),
      persons: text('persons').notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.sessionId, t.instructorId] })],
  ),
)

export const interest = tenantTable(
  pgTable(
    'interest',
    {
      networkId: networkId(),
      sessionId: uuid('session_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      nature: text('nature').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.sessionId, t.instructorId, t.organisationId] })],
  ),
)

export type ConflictReason = { kind: string; said: Record<string, string> }

export const conflict = tenantTable(
  pgTable(
    'conflict',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      reasons: jsonb('reasons').$type<ConflictReason[]>().notNull(),
      state: text('state').$type<'proposed' | 'confirmed' | 'dismissed'>().notNull(),
      recused: boolean('recused').notNull().default(false),
      note: text('note').notNull().default(''),
      createdAt: instant('created_at').notNull().defaultNow(),
      decidedAt: instant('decided_at'),
      decidedBy: uuid('decided_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.instructorId] })],
  ),
)

export const assignment = tenantTable(
  pgTable(
    'assignment',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      givenAt: instant('given_at').notNull().defaultNow(),
      givenBy: uuid('given_by'),
      toldAt: instant('told_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.instructorId] })],
  ),
)

export const readingReturn = tenantTable(
  pgTable(
    'reading_return',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      reason: text('reason').notNull(),
      taken: boolean('taken').notNull().default(false),
      returnedAt: instant('returned_at').notNull(),
      returnedBy: uuid('returned_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.instructorId] })],
  ),
)

export const calendarSubscription = tenantTable(
  pgTable(
    'calendar_subscription',
    {
      networkId: networkId(),
      accountId: uuid('account_id').notNull(),
      tokenHash: text('token_hash').notNull(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.accountId] })],
  ),
)

export type ReviewOpinion = 'favourable' | 'reservations' | 'unfavourable'

export const review = tenantTable(
  pgTable(
    'review',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      instructorId: uuid('instructor_id').notNull(),
      gridId: uuid('grid_id'),
      scores: jsonb('scores').notNull().default({}),
      score: doublePrecision('score'),
      opinion: text('opinion').$type<ReviewOpinion>(),
      comment: text('comment').notNull().default(''),
      amountCents: bigint('amount_cents', { mode: 'number' }),
      privateNote: text('private_note').notNull().default(''),
      submittedAt: instant('submitted_at'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId, t.instructorId] })],
  ),
)

export const expertRequest = tenantTable(
  pgTable(
    'expert_request',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      email: text('email').notNull(),
      name: text('name').notNull(),
      question: text('question').notNull(),
      dueOn: date('due_on'),
      sections: text('sections').array().notNull(),
      tokenHash: text('token_hash').notNull(),
      answer: text('answer').notNull().default(''),
      answeredAt: instant('answered_at'),
      withdrawnAt: instant('withdrawn_at'),
      askedBy: uuid('asked_by'),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
