import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { recordAll } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { fieldsBefore } from '../batch/batch.ts'
import { noteChanges, noteCreated } from '../batch/note-change.server.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { seatOf } from '../organisation/place.server.ts'
import { refreshListings } from '../organisation/refresh-listings.server.ts'
import type { Given } from './given.ts'
import type { ImportRow } from './import-row.server.ts'
import type { Judged } from './judge-line.server.ts'
import { loadRecords } from './load-known.server.ts'

/** A line about to be written: the record it makes, or the one it changes. */
export type ToWrite = Extract<Judged, { values: unknown }> & {
  line: number
  id: string
  given: Given
  known: OrganisationRow | null
}

/** Columns a line writes, and how they come out of JSON. */
const COLUMNS = {
  name: 'text',
  acronym: 'text',
  aliases: 'text[]',
  former_names: 'jsonb',
  parent_id: 'uuid',
  kind: 'text',
  subkind: 'text',
  siren: 'text',
  siret: 'text',
  rna: 'text',
  seat_country: 'text',
  seat_private: 'boolean',
  address: 'text',
  city: 'text',
  insee: 'text',
  postal_code: 'text',
  department: 'text',
  lat: 'double precision',
  lon: 'double precision',
  website: 'text',
  email: 'text',
  phone: 'text',
  aggregated: 'boolean',
  shown_to_networks: 'boolean',
  contactable: 'boolean',
  description: 'text',
  countries: 'text[]',
  sectors: 'text[]',
  sdgs: 'smallint[]',
  verified_at: 'timestamptz',
  own_fields: 'jsonb',
} as const

const names = Object.keys(COLUMNS)
const list = (prefix = '') => sql.raw(names.map((name) => prefix + name).join(', '))
const shape = sql.raw(
  Object.entries(COLUMNS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
)
const setting = sql.raw(names.map((name) => `${name} = r.${name}`).join(', '))

/** Writes records whole, their history and what undoing them needs; `note`, given back, is called last. */
export async function writeRecords(tx: Transaction, ctx: StaffContext, row: ImportRow, writes: ToWrite[]) {
  const now = ctx.clock.now()
  const created = writes.filter(({ known }) => !known)
  const changed = writes.filter(({ known, changes }) => known && Object.keys(changes).length > 0)
  if (created.length > 0)
    await tx.execute(sql`insert into organisation (network_id, id, created_at, updated_at, ${list()})
      select ${ctx.network.id}, r.id, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, ${list('r.')}
      from jsonb_to_recordset(${JSON.stringify(created.map(columnsOf))}::jsonb) as r(id uuid, ${shape})`)
  if (changed.length > 0)
    await tx.execute(sql`update organisation o
      set ${setting}, version = o.version + 1, updated_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(changed.map(columnsOf))}::jsonb) as r(id uuid, ${shape})
      where o.network_id = ${ctx.network.id} and o.id = r.id`)
  const published = changed.flatMap(({ known }) => (known?.publishedAt ? [known.id] : []))
  await refreshListings(tx, ctx, [...(await loadRecords(tx, ctx, published)).values()])
  await writeHistory(tx, ctx, row, [...created, ...changed])
  return async () => {
    const batchId = row.batchId!
    await noteCreated(
      tx,
      ctx,
      batchId,
      created.map(({ id }) => id),
    )
    await noteChanges(
      tx,
      ctx,
      batchId,
      changed.map(({ id, known, values }) => ({
        organisationId: id,
        before: { fields: fieldsBefore(known!, { ...values, ...seatOf(values) }) },
        version: known!.version + 1,
      })),
    )
  }
}

function columnsOf({ id, values }: ToWrite) {
  const seat = seatOf(values)
  const { former, ...rest } = {
    former: values.formerNames,
    id,
    name: values.name,
    acronym: values.acronym,
    aliases: values.aliases,
    parent_id: values.parentId,
    kind: values.kind,
    subkind: values.subkind,
    siren: values.siren,
    siret: values.siret,
    rna: values.rna,
    seat_country: values.seatCountry,
    seat_private: values.seatPrivate,
    address: values.address,
    city: seat.city,
    insee: seat.insee,
    postal_code: seat.postalCode,
    department: seat.department,
    lat: seat.lat,
    lon: seat.lon,
    website: values.website,
    email: values.email,
    phone: values.phone,
    aggregated: values.aggregated,
    shown_to_networks: values.shownToNetworks,
    contactable: values.contactable,
    description: values.description,
    countries: values.countries,
    sectors: values.sectors,
    sdgs: values.sdgs,
    verified_at: values.verifiedAt && `${values.verifiedAt}T12:00:00Z`,
  }
  return { ...rest, former_names: former, own_fields: values.ownFields }
}

/** One line of history a record, as if each had been saved by hand. */
async function writeHistory(tx: Transaction, ctx: StaffContext, row: ImportRow, writes: ToWrite[]) {
  const lines = writes.map(({ id, known, values, changes }) => ({
    action: known ? 'organisation.updated' : 'organisation.created',
    objectType: 'organisation',
    objectId: id,
    changes: { ...(known ? changes : { name: values.name }), import: row.name },
  }))
  await recordAll(tx, ctx, lines)
}
