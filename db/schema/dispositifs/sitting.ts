import {
  bigint,
  boolean,
  date,
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

export const sitting = tenantTable(
  pgTable(
    'sitting',
    {
      ...tenantKey(),
      name: text('name').notNull(),
      startsAt: instant('starts_at').notNull(),
      place: text('place').notNull().default(''),
      link: text('link'),
      quorum: integer('quorum').notNull().default(1),
      round: integer('round').notNull().default(1),
      signedRound: integer('signed_round').notNull().default(0),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const sittingSession = tenantTable(
  pgTable(
    'sitting_session',
    {
      networkId: networkId(),
      sittingId: uuid('sitting_id').notNull(),
      sessionId: uuid('session_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.sittingId, t.sessionId] })],
  ),
)

export type Presence = 'expected' | 'present' | 'absent' | 'represented'

export const sittingMember = tenantTable(
  pgTable(
    'sitting_member',
    {
      ...tenantKey(),
      sittingId: uuid('sitting_id').notNull(),
      round: integer('round').notNull().default(1),
      instructorId: uuid('instructor_id'),
      name: text('name').notNull(),
      organisationName: text('organisation_name').notNull().default(''),
      chair: boolean('chair').notNull().default(false),
      presence: text('presence').$type<Presence>().notNull().default('expected'),
      representedBy: text('represented_by').notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export type Opinion = 'favourable' | 'reservations' | 'unfavourable' | 'adjourned'

export const sittingItem = tenantTable(
  pgTable(
    'sitting_item',
    {
      ...tenantKey(),
      sittingId: uuid('sitting_id').notNull(),
      dossierId: uuid('dossier_id').notNull(),
      round: integer('round').notNull().default(1),
      position: integer('position').notNull(),
      opinion: text('opinion').$type<Opinion>(),
      reasons: text('reasons').notNull().default(''),
      amountCents: bigint('amount_cents', { mode: 'number' }),
      decidedAt: instant('decided_at'),
      decidedBy: uuid('decided_by'),
      reopens: uuid('reopens'),
      reopenedBecause: text('reopened_because').notNull().default(''),
      version: integer('version').notNull().default(1),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const sittingAbsence = tenantTable(
  pgTable(
    'sitting_absence',
    {
      networkId: networkId(),
      itemId: uuid('item_id').notNull(),
      memberId: uuid('member_id').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.itemId, t.memberId] })],
  ),
)

export const dossierCondition = tenantTable(
  pgTable(
    'dossier_condition',
    {
      ...tenantKey(),
      dossierId: uuid('dossier_id').notNull(),
      itemId: uuid('item_id'),
      text: text('text').notNull(),
      dueOn: date('due_on'),
      metOn: date('met_on'),
      metBy: uuid('met_by'),
      note: text('note').notNull().default(''),
      remindedOn: date('reminded_on'),
      version: integer('version').notNull().default(1),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const sittingMinutes = tenantTable(
  pgTable(
    'sitting_minutes',
    {
      networkId: networkId(),
      sittingId: uuid('sitting_id').notNull(),
      number: integer('number').notNull(),
      content: jsonb('content').notNull(),
      pdfId: uuid('pdf_id'),
      docxId: uuid('docx_id'),
      sha256: text('sha256'),
      signedAt: instant('signed_at').notNull(),
      signedBy: uuid('signed_by'),
      signedAs: text('signed_as').notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.sittingId, t.number] })],
  ),
)
