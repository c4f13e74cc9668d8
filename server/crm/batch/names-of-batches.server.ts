import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { changeBatch } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function namesOfBatches(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: changeBatch.id, kind: changeBatch.kind, summary: changeBatch.summary })
    .from(changeBatch)
    .where(and(eq(changeBatch.networkId, ctx.network.id), inArray(changeBatch.id, ids)))
  return new Map(rows.map(({ id, kind, summary }) => [id, String(summary.what ?? kind)]))
}
