import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { changeBatchLine } from '#db/schema/crm.ts'
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
  const rows = lines.map((line) => ({ ...line, networkId: ctx.network.id, batchId }))
  const { networkId, batchId: batch, organisationId } = changeBatchLine
  await tx
    .insert(changeBatchLine)
    .values(rows)
    .onConflictDoUpdate({
      target: [networkId, batch, organisationId],
      set: {
        version: sql`excluded.version`,
        before: sql`case when change_batch_line.before is null then null else jsonb_set(
          excluded.before || change_batch_line.before, '{fields}',
          coalesce(excluded.before -> 'fields', '{}') || coalesce(change_batch_line.before -> 'fields', '{}')) end`,
      },
    })
}

/** Notes records the batch created, once all it attached to them is written: undone, they are deleted. */
export async function noteCreated(tx: Transaction, ctx: NetworkContext, batchId: string, ids: string[]) {
  if (ids.length === 0) return
  const attached = await attachedTo(tx, ctx, ids)
  const { rows } = await tx.execute<{ id: string; version: number }>(sql`
    select id, version from organisation
    where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`)
  const lines = rows.map(({ id, version }) => ({
    networkId: ctx.network.id,
    batchId,
    organisationId: id,
    before: null,
    version,
    attached: attached.get(id)?.gone ?? 0,
  }))
  await tx.insert(changeBatchLine).values(lines)
}
