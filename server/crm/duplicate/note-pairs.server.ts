import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { alike, type Prepared, prepared } from './alike.ts'
import { comparables, type Placed } from './comparables.server.ts'
import { ordered, type Pair } from './pairs.ts'

const MOST_NEAR = 50
const MOST_NAMES = 6
const MOST_WORDS = 12

/**
 * Compares one record, just written, with those an index says are near, in the transaction that wrote it:
 * whoever saved it sees at once what it may repeat. What only shares a site or an address is found at night.
 */
export async function notePairsOf(tx: Transaction, ctx: Placed, id: string): Promise<void> {
  const [record] = await comparables(tx, ctx, sql`id = ${id}`)
  if (!record) return
  const one = prepared(record)
  const others = await comparables(
    tx,
    ctx,
    sql`id <> ${id} and id in (
      select n.id from definer_search.likely_organisations(${JSON.stringify(soughtFor(one))}::jsonb, ${MOST_NEAR}) n
      union select left_id from duplicate_pair where network_id = ${ctx.network.id} and right_id = ${id}
      union select right_id from duplicate_pair where network_id = ${ctx.network.id} and left_id = ${id})`,
  )
  const pairs = others.flatMap((other): Pair[] => {
    const found = alike(one, prepared(other))
    return found ? [{ ...found, ...ordered(id, other.id) }] : []
  })
  await writePairs(tx, ctx, pairs)
  const kept = sql.param(pairs.map(({ left, right }) => (left === id ? right : left)))
  await tx.execute(sql`delete from duplicate_pair
    where network_id = ${ctx.network.id} and apart_at is null
      and (left_id = ${id} and right_id <> all (${kept}::uuid[])
        or right_id = ${id} and left_id <> all (${kept}::uuid[]))`)
}

/** Under each of its names, as the index of folded names is asked. */
function soughtFor({ names, acronyms, siren, rna }: Prepared) {
  return names.slice(0, MOST_NAMES).map(({ words }, nth) => ({
    nth,
    words: [...words.keys(), ...acronyms].slice(0, MOST_WORDS),
    siren,
    rna,
  }))
}

/** A record that went meanwhile has no pair; what somebody said of a pair stands. */
export async function writePairs(tx: Transaction, ctx: Placed, pairs: Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.execute(sql`
    insert into duplicate_pair (network_id, left_id, right_id, score, reasons, found_at)
    select l.network_id, p."left", p."right", p.score,
      array(select jsonb_array_elements_text(p.reasons)), ${ctx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
        as p("left" uuid, "right" uuid, score int, reasons jsonb)
      join organisation l on l.network_id = ${ctx.network.id} and l.id = p."left"
      join organisation r on r.network_id = ${ctx.network.id} and r.id = p."right"
    on conflict (network_id, left_id, right_id) do update
      set score = excluded.score, reasons = excluded.reasons
      where (duplicate_pair.score, duplicate_pair.reasons) is distinct from (excluded.score, excluded.reasons)`)
}
