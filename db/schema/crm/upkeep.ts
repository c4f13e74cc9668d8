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
import { networkId, tenantKey, tenantTable, timestamps } from '#db/columns.ts'

/** What a team adds to its records: notes, tasks, tags, kept filters, fields of its own. */

const at = (name: string) => timestamp(name, { withTimezone: true })

export const organisationNote = tenantTable(
  pgTable(
    'organisation_note',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      body: text('body').notNull(),
      accountId: uuid('account_id'),
      createdAt: at('created_at').notNull().defaultNow(),
      editedAt: at('edited_at'),
      deletedAt: at('deleted_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const organisationTask = tenantTable(
  pgTable(
    'organisation_task',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      title: text('title').notNull(),
      dueOn: date('due_on'),
      assigneeId: uuid('assignee_id'),
      createdBy: uuid('created_by'),
      createdAt: at('created_at').notNull().defaultNow(),
      doneAt: at('done_at'),
      doneBy: uuid('done_by'),
      deletedAt: at('deleted_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const tag = tenantTable(
  pgTable(
    'tag',
    {
      ...tenantKey(),
      name: text('name').notNull(),
      colour: text('colour').notNull().default('grey'),
      createdAt: at('created_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const organisationTag = tenantTable(
  pgTable(
    'organisation_tag',
    {
      networkId: networkId(),
      organisationId: uuid('organisation_id').notNull(),
      tagId: uuid('tag_id').notNull(),
      createdAt: at('created_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.organisationId, t.tagId] })],
  ),
)

export const segment = tenantTable(
  pgTable(
    'segment',
    {
      ...tenantKey(),
      name: text('name').notNull(),
      query: text('query').notNull(),
      shared: boolean('shared').notNull().default(false),
      accountId: uuid('account_id').notNull(),
      createdAt: at('created_at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const ownField = tenantTable(
  pgTable(
    'own_field',
    {
      ...tenantKey(),
      key: text('key').notNull(),
      label: text('label').notNull(),
      help: text('help').notNull().default(''),
      type: text('type').notNull(),
      kinds: text('kinds').array().notNull().default([]),
      choices: jsonb('choices')
        .$type<{ key: string; label: string; removed?: true }[]>()
        .notNull()
        .default([]),
      position: integer('position').notNull().default(0),
      onListing: boolean('on_listing').notNull().default(false),
      archivedAt: at('archived_at'),
      ...timestamps(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
