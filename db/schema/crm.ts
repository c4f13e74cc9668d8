import {
  customType,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { tenantKey, tenantTable, timestamps } from '#db/columns.ts'

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const organisation = tenantTable(
  pgTable(
    'organisation',
    {
      ...tenantKey(),
      slug: text('slug'),
      name: text('name').notNull(),
      acronym: text('acronym'),
      aliases: text('aliases').array().notNull().default([]),
      kind: text('kind').notNull(),
      subkind: text('subkind'),
      siren: text('siren'),
      siret: text('siret'),
      rna: text('rna'),
      address: text('address'),
      insee: text('insee'),
      postalCode: text('postal_code'),
      city: text('city'),
      department: text('department'),
      lat: doublePrecision('lat'),
      lon: doublePrecision('lon'),
      website: text('website'),
      description: text('description').notNull().default(''),
      countries: text('countries').array().notNull().default([]),
      sectors: text('sectors').array().notNull().default([]),
      sdgs: smallint('sdgs').array().notNull().default([]),
      publishedAt: timestamp('published_at', { withTimezone: true }),
      version: integer('version').notNull().default(1),
      ...timestamps(),
      search: tsvector('search').generatedAlwaysAs('').notNull(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
