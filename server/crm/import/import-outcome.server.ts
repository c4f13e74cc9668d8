import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { detection } from '../duplicate/detect-duplicates.server.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import type { ImportRow } from './import-row.server.ts'

/** Beyond, comparing the whole network once costs less than comparing each record with what is near it. */
const COMPARED_ONE_BY_ONE = 500
const TOGETHER = 50
const NAMED = 12

/** Looks for what the records of an import may repeat: at once, or as a work of its own when they are many. */
export async function lookForPairs(ctx: StaffContext, batchId: string): Promise<void> {
  const ids = await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select organisation_id as id from change_batch_line
      where network_id = ${ctx.network.id} and batch_id = ${batchId} limit ${COMPARED_ONE_BY_ONE + 1}`)
    if (rows.length > COMPARED_ONE_BY_ONE) await beginWork(tx, ctx, detection, {})
    return rows.map(({ id }) => id)
  })
  if (ids.length > COMPARED_ONE_BY_ONE) return
  for (let at = 0; at < ids.length; at += TOGETHER)
    await inNetwork(ctx, async (tx) => {
      for (const id of ids.slice(at, at + TOGETHER)) await notePairsOf(tx, ctx, id)
    })
}

/** Pairs that await somebody and hold a record of this import. */
export async function pairsOfImport(tx: Transaction, ctx: NetworkContext, row: ImportRow): Promise<number> {
  if (row.state !== 'written' || !row.batchId) return 0
  const written = sql`(select organisation_id from change_batch_line
    where network_id = ${ctx.network.id} and batch_id = ${row.batchId})`
  const { rows } = await tx.execute<{ pairs: number }>(sql`
    select count(*)::int as pairs from duplicate_pair d
    where d.network_id = ${ctx.network.id} and d.apart_at is null
      and (d.left_id in ${written} or d.right_id in ${written})`)
  return rows[0]!.pairs
}

/** Tags that the lines about to be written name, and that nobody made: how many, and the first of them. */
export async function tagsToMake(tx: Transaction, ctx: NetworkContext, row: ImportRow) {
  const none = { count: 0, names: [] as string[] }
  if (row.state !== 'checked' || !row.matching.columns?.some(({ field }) => field === 'tags')) return none
  const { rows } = await tx.execute<{ count: number; names: string[] }>(sql`
    select count(*)::int as count, (array_agg(name order by name collate "fr-x-icu"))[:${NAMED}] as names from (
      select min(n.name) as name from organisation_import_line l,
        jsonb_array_elements_text(l.given -> 'tags') as n (name)
      where l.network_id = ${ctx.network.id} and l.import_id = ${row.id} and l.verdict in ('create', 'update')
        and not exists (select from tag t where t.network_id = l.network_id and lower(t.name) = lower(n.name))
      group by lower(n.name)) asked`)
  return rows[0]?.count ? rows[0] : none
}
