import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable } from '#db/columns.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export type ImportState =
  | 'reading'
  | 'refused'
  | 'matching'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'written'
  | 'undone'
export type ImportColumn = { heading: string; field: string | null }
/** A cell that is not believed: where, what it says, and why, as a key of dispositifs.json. */
export type LineFault = { target: string; heading: string; value: string; why: string; day?: string }
export type LineChange = { ours: unknown; theirs: unknown; kept: boolean }

export const dossierImport = tenantTable(
  pgTable(
    'dossier_import',
    {
      ...tenantKey(),
      sessionId: uuid('session_id').notNull(),
      accountId: uuid('account_id'),
      name: text('name').notNull(),
      state: text('state').$type<ImportState>().notNull().default('reading'),
      refusal: text('refusal'),
      refusalLine: integer('refusal_line'),
      headingLine: integer('heading_line'),
      columns: jsonb('columns').$type<ImportColumn[]>().notNull().default([]),
      remembered: boolean('remembered').notNull().default(false),
      rowCount: integer('row_count').notNull().default(0),
      counts: jsonb('counts').$type<Record<string, number>>().notNull().default({}),
      absent: uuid('absent').array().notNull().default([]),
      workId: uuid('work_id'),
      writtenLine: integer('written_line').notNull().default(0),
      createdAt: instant('created_at').notNull().defaultNow(),
      finishedAt: instant('finished_at'),
      forgottenAt: instant('forgotten_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const dossierImportLine = tenantTable(
  pgTable(
    'dossier_import_line',
    {
      networkId: networkId(),
      importId: uuid('import_id').notNull(),
      line: integer('line').notNull(),
      cells: jsonb('cells').$type<string[]>().notNull(),
      externalNumber: text('external_number'),
      verdict: text('verdict').$type<'create' | 'update' | 'same' | 'refused' | 'choose'>(),
      given: jsonb('given').$type<Record<string, unknown>>().notNull().default({}),
      changes: jsonb('changes').$type<Record<string, LineChange>>().notNull().default({}),
      faults: jsonb('faults').$type<LineFault[]>().notNull().default([]),
      dossierId: uuid('dossier_id'),
      holderId: uuid('holder_id'),
      makesHolder: boolean('makes_holder').notNull().default(false),
      taken: text('taken').array().notNull().default([]),
      before: jsonb('before').$type<Record<string, unknown>>(),
      touchedAt: instant('touched_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.importId, t.line] })],
  ),
)

export const dossierOutside = tenantTable(
  pgTable(
    'dossier_outside',
    {
      networkId: networkId(),
      dossierId: uuid('dossier_id').notNull(),
      said: jsonb('said').$type<Record<string, unknown>>().notNull(),
      updatedAt: instant('updated_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dossierId] })],
  ),
)

export const dossierImportHeading = tenantTable(
  pgTable(
    'dossier_import_heading',
    {
      networkId: networkId(),
      dispositifId: uuid('dispositif_id').notNull(),
      heading: text('heading').notNull(),
      field: text('field'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.dispositifId, t.heading] })],
  ),
)
