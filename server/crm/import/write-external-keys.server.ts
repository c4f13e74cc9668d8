import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { ImportRow } from './import-row.server.ts'
import { DEFAULT_SOURCE } from './known-organisations.server.ts'
import type { ToWrite } from './write-records.server.ts'

/** How the file's tool calls each record, for its next file. */
export async function writeExternalKeys(
  tx: Transaction,
  ctx: NetworkContext,
  row: ImportRow,
  writes: ToWrite[],
) {
  const keys = writes.flatMap(({ id, given }) =>
    given.externalKey ? [{ id, key: given.externalKey.slice(0, 100) }] : [],
  )
  if (keys.length === 0) return
  await tx.execute(sql`insert into organisation_external_key (network_id, source, key, organisation_id)
    select ${ctx.network.id}, ${row.matching.source || DEFAULT_SOURCE}, r.key, r.id
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(id uuid, key text)
    on conflict do nothing`)
}
