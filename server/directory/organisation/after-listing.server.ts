import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Says that whatever was counted from this network's listings is stale. */
export async function raiseRevision(tx: Transaction, ctx: NetworkContext) {
  await tx.execute(sql`insert into listing_revision (network_id, revision) values (${ctx.network.id}, 1)
    on conflict (network_id) do update set revision = listing_revision.revision + 1`)
}

/** Of the longest words there are, a text vector holds no more. */
const TOGETHER = 500

/** Keeps the words of listings to mend mistyped searches with; a nightly job removes those no listing has any more. */
export async function keepWords(tx: Transaction, ...texts: string[]) {
  const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))]
  const some = Array.from({ length: Math.ceil(words.length / TOGETHER) }, (_, at) =>
    words.slice(at * TOGETHER, (at + 1) * TOGETHER).join(' '),
  )
  await tx.execute(sql`insert into listing_word
    select distinct left(lexeme, 60) from unnest(${sql.param(some)}::text[]) as words,
      unnest(to_tsvector('maillage_words', searched_words(words))) order by 1
    on conflict do nothing`)
}

/** Words that must not be read any more leave at once, unless another listing says them. */
export async function forgetWords(tx: Transaction, ...words: string[]) {
  await tx.execute(sql`delete from listing_word w
    where w.word in (select left(lexeme, 60) from unnest(${sql.param(words)}::text[]) as words,
      unnest(to_tsvector('maillage_words', searched_words(words))))
    and not exists (select 1 from organisation_listing where search @@ plainto_tsquery('maillage_fr', w.word))
    and not exists (select 1 from project_listing where search @@ plainto_tsquery('maillage_fr', w.word))`)
}

/**
 * Networks that list the same organisation take turns, before either writes: each then sees the
 * other's listing, and neither waits for a row the other holds. Keys in order, for the same reason.
 */
export async function takeTurns(tx: Transaction, keys: string[]) {
  const some = [...new Set(keys)].sort()
  if (some.length === 0) return
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(k, 0))
    from unnest(${sql.param(some)}::text[]) k`)
}

/** `keys`: what it is known by to other networks, its identifiers and the identity they share. */
export type ListedBefore = {
  id: string
  keys: string[]
  siren: string | null
  rna: string | null
  shownToNetworks: boolean
  name: string
  acronym: string | null
  kind: string
}

/** What of records is listed now, by their id. */
export async function listedBefore(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { rows } = await tx.execute<ListedBefore>(
    sql`select id, array_remove(array[national_key, 'siren:' || siren, 'rna:' || rna], null) as keys,
        siren, rna, shown_to_networks as "shownToNetworks", name, acronym, kind
      from organisation_listing
      where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Listings of one organisation in several networks name each other. */
export async function refreshIdentity(
  tx: Transaction,
  ctx: NetworkContext,
  listings: { id: string; keys: string[] }[],
) {
  if (listings.length === 0) return
  await tx.execute(sql`select definer_identity.refresh_listing_identity(r.keys, ${ctx.network.id}::int, r.id)
    from jsonb_to_recordset(${JSON.stringify(listings)}::jsonb) as r(id uuid, keys text[])`)
}

/** Those that other networks' listings resemble are marked, here and there: see the couples to confirm. */
export async function noteAlike(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  if (ids.length === 0) return
  await tx.execute(
    sql`select definer_identity.note_alike_listings(${ctx.network.id}::int, ${sql.param(ids)}::uuid[])`,
  )
}

/** What other networks said of a record of this one is said of the record that stands for it now. */
export async function followMerged(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  await tx.execute(sql`select definer_identity.follow_merged_listing(${sql.param(ids)}::uuid[])`)
  await refreshIdentity(
    tx,
    ctx,
    ids.map((id) => ({ id, keys: [] })),
  )
}
