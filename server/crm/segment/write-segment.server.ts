import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { segment } from '#db/schema/crm/upkeep.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { SegmentInput } from './segment.schema.ts'

/** Keeps a filter of the list under a name, for oneself or for the team. */
export async function saveSegment(ctx: Context, input: SegmentInput): Promise<{ id: string }> {
  demand(ctx, crm['organisation:read'])
  const id = v7()
  await inNetwork(ctx, (tx) =>
    tx.insert(segment).values({
      ...input,
      networkId: ctx.network.id,
      id,
      accountId: ctx.account.id,
      createdAt: ctx.clock.now(),
    }),
  )
  return { id }
}

/** Its author changes it; what one does not say stays. */
export async function changeSegment(ctx: Context, id: string, input: Partial<SegmentInput>) {
  demand(ctx, crm['organisation:read'])
  await inNetwork(ctx, async (tx) => {
    await demandOwn(tx, ctx, id)
    await tx.update(segment).set(input).where(thisSegment(ctx, id))
  })
}

export async function deleteSegment(ctx: Context, id: string) {
  demand(ctx, crm['organisation:read'])
  await inNetwork(ctx, async (tx) => {
    await demandOwn(tx, ctx, id)
    await tx.delete(segment).where(thisSegment(ctx, id))
  })
}

const thisSegment = (ctx: StaffContext, id: string) =>
  and(eq(segment.networkId, ctx.network.id), eq(segment.id, id))

/** Somebody else's answers like one that is not there. */
async function demandOwn(tx: Transaction, ctx: StaffContext, id: string) {
  const [row] = await tx.select().from(segment).where(thisSegment(ctx, id)).for('update')
  if (row?.accountId !== ctx.account.id) throw notFound()
}
