import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Counts } from './import-row.server.ts'

/** Lines by verdict, and how many leave something aside, or name a known record otherwise. */
export async function countLines(tx: Transaction, ctx: NetworkContext, importId: string): Promise<Counts> {
  const { rows } = await tx.execute<{ verdict: string; count: number; noted: number; renamed: number }>(sql`
    select verdict, count(*)::int as count,
      (count(*) filter (where verdict <> 'refused' and reasons <> '[]'))::int as noted,
      (count(*) filter (where verdict in ('update', 'same') and named_otherwise))::int as renamed
    from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} group by 1`)
  const counts: Counts = { create: 0, update: 0, same: 0, refused: 0, like: 0, noted: 0, renamed: 0 }
  for (const { verdict, count, noted, renamed } of rows) {
    counts[verdict] = count
    counts.noted! += noted
    counts.renamed! += renamed
  }
  return counts
}
