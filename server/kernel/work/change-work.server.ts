import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { longWork } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { peopleOf } from '../absence/people-of.server.ts'
import { upkeep, work } from '../rules.ts'
import type { WorkState } from './work.ts'
import { enqueueWork } from './work-queue.server.ts'

/** Once more, from the beginning, with what its asker may do now. */
export const retryWork = (ctx: Context, id: string) =>
  change(ctx, id, ['failed', 'cancelled'], { state: 'waiting', done: 0, total: null, errorCode: null })

/** Given up: a worker in the middle of it stops at its next step, and leaves nothing. */
export const cancelWork = (ctx: Context, id: string) =>
  change(ctx, id, ['waiting', 'running'], { state: 'cancelled', finishedAt: ctx.clock.now() })

async function change(
  ctx: Context,
  id: string,
  from: WorkState[],
  to: Partial<typeof longWork.$inferInsert>,
): Promise<void> {
  demand(ctx, work['work:own'])
  await inNetwork(ctx, async (tx) => {
    const whose = may(ctx, upkeep['task:retry'])
      ? undefined
      : inArray(longWork.accountId, await peopleOf(tx, ctx))
    const mine = and(eq(longWork.networkId, ctx.network.id), eq(longWork.id, id), whose)
    const [row] = await tx.select({ id: longWork.id }).from(longWork).where(mine)
    if (!row) throw notFound()
    const changed = await tx
      .update(longWork)
      .set(to)
      .where(and(mine, inArray(longWork.state, from)))
      .returning({ kind: longWork.kind })
    // Somebody else was quicker, or it ended meanwhile: the page shows what it is now.
    if (!changed[0]) return
    if (to.state === 'waiting') await enqueueWork(tx, { workId: id, networkId: ctx.network.id })
    await record(tx, ctx, {
      action: to.state === 'waiting' ? 'work.retried' : 'work.cancelled',
      objectType: 'long_work',
      objectId: id,
      changes: { kind: changed[0].kind },
    })
  })
}
