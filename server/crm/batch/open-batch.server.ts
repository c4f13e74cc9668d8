import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { changeBatch } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'

/**
 * Opens a batch: what is noted in it from now on can be undone whole. `kind` and `summary` tell the page
 * what was done (`crm:batch.kind.<kind>`); `summary.what` is said as it is. The caller has asked who may.
 */
export async function openBatch(
  tx: Transaction,
  ctx: StaffContext,
  kind: string,
  summary: Record<string, unknown>,
): Promise<string> {
  const id = v7()
  const networkId = ctx.network.id
  await tx
    .insert(changeBatch)
    .values({ networkId, id, kind, summary, accountId: ctx.account.id, createdAt: ctx.clock.now() })
  await record(tx, ctx, {
    action: 'batch.opened',
    objectType: 'change_batch',
    objectId: id,
    changes: { kind, ...summary },
  })
  return id
}
