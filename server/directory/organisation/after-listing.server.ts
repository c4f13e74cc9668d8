import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Says that whatever was counted from this network's listings is stale. */
export async function raiseRevision(tx: Transaction, ctx: NetworkContext) {
  await tx.execute(sql`insert into listing_revision (network_id, revision) values (${ctx.network.id}, 1)
    on conflict (network_id) do update set revision = listing_revision.revision + 1`)
}

/** Keeps the words of a listing to mend mistyped searches with; a nightly job removes those no listing has any more. */
export async function keepWords(tx: Transaction, words: string) {
  await tx.execute(sql`insert into listing_word
    select distinct left(lexeme, 60) from unnest(to_tsvector('maillage_words', searched_words(${words}))) order by 1
    on conflict do nothing`)
}

/**
 * Networks that list the same organisation take turns, before either writes: each then sees the
 * other's listing, and neither waits for a row the other holds. Keys in order, for the same reason.
 */
export async function takeTurns(tx: Transaction, keys: (string | null | undefined)[]) {
  for (const key of [...new Set(keys.filter(Boolean))].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  }
}

/** The national key a record is listed under now; null when it has none or is not listed. */
export async function listedKey(tx: Transaction, ctx: NetworkContext, id: string): Promise<string | null> {
  const { rows } = await tx.execute<{ key: string | null }>(
    sql`select national_key as key from organisation_listing where network_id = ${ctx.network.id} and id = ${id}`,
  )
  return rows[0]?.key ?? null
}

/** Listings of one organisation in several networks name each other. */
export async function refreshIdentity(tx: Transaction, keys: (string | null | undefined)[]) {
  for (const key of [...new Set(keys.filter(Boolean))].sort()) {
    await tx.execute(sql`select definer_identity.refresh_listing_identity(${key})`)
  }
}
