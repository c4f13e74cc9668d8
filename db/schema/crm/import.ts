import {
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
import { networkId, tenantKey, tenantTable } from '#db/columns.ts'

const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()
const object = (name: string) => jsonb(name).$type<Record<string, unknown>>().notNull().default({})
const list = (name: string) => jsonb(name).$type<unknown[]>().notNull().default([])

export const organisationImport = tenantTable(
  pgTable(
    'organisation_import',
    {
      ...tenantKey(),
      accountId: uuid('account_id'),
      name: text('name').notNull(),
      state: text('state').notNull().default('reading'),
      refusal: text('refusal'),
      refusalLine: integer('refusal_line'),
      headings: text('headings').array().notNull().default([]),
      above: list('above'),
      rowCount: integer('row_count').notNull().default(0),
      matching: object('matching'),
      answers: object('answers'),
      counts: object('counts'),
      workId: uuid('work_id'),
      batchId: uuid('batch_id'),
      writtenLine: integer('written_line').notNull().default(0),
      checkedAt: timestamp('checked_at', { withTimezone: true }),
      createdAt: createdAt(),
      finishedAt: timestamp('finished_at', { withTimezone: true }),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const organisationImportLine = tenantTable(
  pgTable(
    'organisation_import_line',
    {
      networkId: networkId(),
      importId: uuid('import_id').notNull(),
      line: integer('line').notNull(),
      cells: jsonb('cells').$type<string[]>().notNull(),
      verdict: text('verdict'),
      organisationId: uuid('organisation_id'),
      given: jsonb('given'),
      reasons: list('reasons'),
      likely: list('likely'),
      people: list('people'),
      changes: jsonb('changes'),
      namedOtherwise: boolean('named_otherwise').notNull().default(false),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.importId, t.line] })],
  ),
)

export const importMatching = tenantTable(
  pgTable(
    'import_matching',
    {
      ...tenantKey(),
      name: text('name').notNull(),
      matching: jsonb('matching').$type<Record<string, unknown>>().notNull(),
      accountId: uuid('account_id'),
      createdAt: createdAt(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const organisationExternalKey = tenantTable(
  pgTable(
    'organisation_external_key',
    {
      networkId: networkId(),
      source: text('source').notNull(),
      key: text('key').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      importId: uuid('import_id'),
      createdAt: createdAt(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.source, t.key] })],
  ),
)

export const listRequest = tenantTable(
  pgTable(
    'list_request',
    {
      ...tenantKey(),
      accountId: uuid('account_id'),
      subject: text('subject').notNull(),
      requester: text('requester').notNull().default(''),
      requesterOrganisation: text('requester_organisation').notNull().default(''),
      requesterContact: text('requester_contact').notNull().default(''),
      purpose: text('purpose').notNull(),
      criteria: text('criteria').notNull().default(''),
      criteriaWords: text('criteria_words').array(),
      columns: text('columns').array().notNull(),
      format: text('format').notNull(),
      personalReason: text('personal_reason'),
      rowCount: integer('row_count'),
      workId: uuid('work_id'),
      fileId: uuid('file_id'),
      createdAt: createdAt(),
      keptUntil: date('kept_until').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
