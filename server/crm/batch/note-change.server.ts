import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { attachedTo } from './attached-to.server.ts'
import type { Before } from './batch.ts'

export type Noted = {
  organisationId: string
  before: Before /** The one the batch left it at. */
  version: number
}

/**
 * Notes in a batch what records were before it changed them. Noted twice, a record keeps what it was
 * before the first change, and the version of the last.
 */
export async function noteChanges(tx: Transaction, ctx: NetworkContext, batchId: string, lines: Noted[]) {
  if (lines.length === 0) return
  await tx.execute(sql`insert into change_batch_line (network_id, batch_id, organisation_id, before, version)
    select ${ctx.network.id}, ${batchId}, r."organisationId", r.before, r.version
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r("organisationId" uuid, before jsonb, version int)
    on conflict (network_id, batch_id, organisation_id) do update set version = excluded.version,
      before = case when change_batch_line.before is null then null else jsonb_set(
        excluded.before || change_batch_line.before, '{fields}',
        coalesce(excluded.before -> 'fields', '{}') || coalesce(change_batch_line.before -> 'fields', '{}')) end`)
}

/** Notes records the batch created, once all it attached to them is written: undone, they are deleted. */
export async function noteCreated(tx: Transaction, ctx: NetworkContext, batchId: string, ids: string[]) {
  if (ids.length === 0) return
  const attached = await attachedTo(tx, ctx, ids)
  const lines = ids.map((id) => ({ id, attached: attached.get(id)?.gone ?? 0 }))
  await tx.execute(sql`insert into change_batch_line (network_id, batch_id, organisation_id, version, attached)
    select o.network_id, ${batchId}, o.id, o.version, r.attached
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(id uuid, attached int)
      join organisation o on o.network_id = ${ctx.network.id} and o.id = r.id`)
}
