import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { longWork } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { WorkKind } from './work.ts'
import { enqueueWork } from './work-queue.server.ts'

/** Asks for a work in the act's transaction; it starts once this is committed. */
export async function beginWork<Input>(
  tx: Transaction,
  ctx: Context,
  kind: WorkKind<Input>,
  input: Input,
): Promise<{ id: string }> {
  demand(ctx, kind.rule)
  const id = v7()
  const networkId = ctx.network.id
  await tx.insert(longWork).values({
    networkId,
    id,
    accountId: ctx.account.id,
    kind: kind.name,
    input: input as object,
    createdAt: ctx.clock.now(),
  })
  await enqueueWork(tx, { workId: id, networkId })
  return { id }
}
