import { getTableColumns, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { refreshProjectsOf } from '#server/projects/public.ts'
import {
  keepWords,
  type ListedBefore,
  listedBefore,
  noteAlike,
  raiseRevision,
  refreshIdentity,
  takeTurns,
} from './after-listing.server.ts'
import { identifiersOf, listingOf, type Publishable } from './listing.ts'

/** `updatedAt`: when something new was last said of it, not when it was last written. */
export type Listed = Publishable & {
  slug: string
  publishedAt: Date
  updatedAt: Date
  ownFields?: Record<string, unknown>
}

/** Columns the statement or the database works out; every other is given, under its name in code. */
const WORKED_OUT = ['networkId', 'search', 'ownFields', 'matchedName', 'title', 'alike', 'networks']
const GIVEN = Object.entries(getTableColumns(organisationListing)).filter(
  ([key]) => !WORKED_OUT.includes(key),
)
const listed = (prefix = '') =>
  sql.raw(GIVEN.map(([key, { name }]) => (prefix ? `${prefix}"${key}"` : name)).join(', '))
const SHAPE = sql.raw(GIVEN.map(([key, column]) => `"${key}" ${column.getSQLType()}`).join(', '))
// Known by the same numbers, a listing keeps the identity that other networks share with it.
const told = (row: string) => `(${row}.siren, ${row}.rna, ${row}.shown_to_networks)`
const AS_GIVEN = sql.raw(
  GIVEN.filter(([key]) => key !== 'id')
    .map(([key, { name }]) =>
      key === 'nationalKey'
        ? `national_key = case when ${told('organisation_listing')} is not distinct from ${told('excluded')}
            then organisation_listing.national_key else excluded.national_key end`
        : `${name} = excluded.${name}`,
    )
    .join(', '),
)

/** Writes what the public reads of a record, in the transaction of the act that changed the record. */
export const writeListing = (
  tx: Transaction,
  ctx: NetworkContext,
  record: Listed,
  memberUntil: string | null,
) => writeListings(tx, ctx, [record], new Map([[record.id, memberUntil]]))

/** The same of many at once, in as many statements as of one. */
export async function writeListings(
  tx: Transaction,
  ctx: NetworkContext,
  records: Listed[],
  membersUntil: Map<string, string | null>,
) {
  if (records.length === 0) return
  const ids = records.map(({ id }) => id)
  const listings = records.map((record) => ({ record, ...listingOf(record) }))
  const before = await listedBefore(tx, ctx, ids)
  const identified = listings.flatMap(({ record, ...listing }) => {
    const was = before.get(record.id)
    if (was && isKnownBySame(was, listing)) return []
    return [{ id: record.id, keys: [...(was?.keys ?? []), ...identifiersOf(listing)] }]
  })
  await takeTurns(
    tx,
    identified.flatMap(({ keys }) => keys),
  )
  const rows = listings.map(({ record, ...listing }) => ({
    ...listing,
    own: record.ownFields ?? {},
    slug: record.slug,
    memberUntil: membersUntil.get(record.id) ?? null,
    verifiedAt: record.verifiedAt ?? null,
    contactable: record.contactable,
    publishedAt: record.publishedAt,
    updatedAt: record.updatedAt,
  }))
  await tx.execute(sql`insert into organisation_listing (network_id, ${listed()}, search, own_fields)
    select ${ctx.network.id}, ${listed('r.')}, listing_search(r.words, r.facets),
      case when r.own = '{}' then '[]' else own_fields_told(${ctx.network.id}::int, r.kind, r.own) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${SHAPE}, words text, facets text[], own jsonb)
    on conflict (network_id, id) do update set ${AS_GIVEN}, search = excluded.search, own_fields = excluded.own_fields`)
  await keepWords(tx, ...listings.map(({ words }) => words))
  await refreshIdentity(tx, ctx, identified)
  await noteAlike(tx, ctx, ids)
  const renamed = records.filter((record) => isToldOtherwise(record, before.get(record.id)))
  await refreshProjectsOf(tx, ctx, ...renamed.map(({ id }) => id))
  await raiseRevision(tx, ctx)
}

type Known = { siren: string | null; rna: string | null; shownToNetworks: boolean }
const isKnownBySame = (one: Known, other: Known) =>
  one.siren === other.siren && one.rna === other.rna && one.shownToNetworks === other.shownToNetworks

/** A project tells of those around it their name and kind, whether they have a page, and to whom it shows. */
const isToldOtherwise = (
  { name, acronym, kind, shownToNetworks }: Listed,
  before: ListedBefore | undefined,
) =>
  before?.name !== name ||
  before.acronym !== acronym ||
  before.kind !== kind ||
  before.shownToNetworks !== shownToNetworks
