import { getTableColumns, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { type ListedField, organisationListing } from '#db/schema/directory.ts'
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

/** A statement takes 65,535 values, and a listing has some forty. */
const AT_ONCE = 500

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
  const rows = listings.map(({ record, words, facets, ...published }) => ({
    ...published,
    networkId: ctx.network.id,
    search: sql<string>`listing_search(${words}, ${sql.param(facets)}::text[])`,
    ownFields: sql<
      ListedField[]
    >`own_fields_told(${ctx.network.id}, ${record.kind}, ${JSON.stringify(record.ownFields ?? {})}::jsonb)`,
    slug: record.slug,
    memberUntil: membersUntil.get(record.id) ?? null,
    verifiedAt: record.verifiedAt ?? null,
    contactable: record.contactable,
    publishedAt: record.publishedAt,
    updatedAt: record.updatedAt,
  }))
  const { networkId, id } = organisationListing
  const set = asGiven(Object.keys(rows[0]!))
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await tx
      .insert(organisationListing)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoUpdate({ target: [networkId, id], set })
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

function asGiven(keys: string[]) {
  // Known by the same numbers, a listing keeps the identity that other networks share with it.
  const told = (row: string) => `(${row}.siren, ${row}.rna, ${row}.shown_to_networks)`
  const same = `${told('organisation_listing')} is not distinct from ${told('excluded')}`
  const nationalKey = sql.raw(
    `case when ${same} then organisation_listing.national_key else excluded.national_key end`,
  )
  const columns = Object.entries(getTableColumns(organisationListing))
  const given = columns
    .filter(([key]) => keys.includes(key) && key !== 'networkId' && key !== 'id')
    .map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)])
  return { ...Object.fromEntries(given), nationalKey }
}
