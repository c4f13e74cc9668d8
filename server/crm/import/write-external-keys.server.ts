import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import type { ImportRow } from './import-row.server.ts'
import { DEFAULT_SOURCE } from './known-organisations.server.ts'
import type { ToWrite } from './write-records.server.ts'

/** How the file's tool calls each record, for its next file. */
export async function writeExternalKeys(
  tx: Transaction,
  ctx: StaffContext,
  row: ImportRow,
  writes: ToWrite[],
) {
  const keys = writes.flatMap(({ id, given }) => (given.externalKey ? [{ id, key: given.externalKey }] : []))
  if (keys.length === 0) return
  await tx.execute(sql`insert into organisation_external_key
      (network_id, source, key, organisation_id, import_id, created_at)
    select ${ctx.network.id}, ${row.matching.source || DEFAULT_SOURCE}, r.key, r.id, ${row.id},
      ${ctx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as r(id uuid, key text)
    on conflict do nothing`)
}

/** An import that is undone no longer says which record is which: it may be undone because it said it wrong. */
export async function forgetExternalKeys(tx: Transaction, ctx: NetworkContext, importId: string) {
  await tx.execute(sql`delete from organisation_external_key
    where network_id = ${ctx.network.id} and import_id = ${importId}`)
}
