import { inNetwork } from '#db/client.ts'
import { supportAct } from '#db/schema/support.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import { lockAct, thisAct } from './locked-act.server.ts'

/** Out of every list and count at once; it can be put back for a while. */
export const removeAct = (ctx: Context, id: string) => turn(ctx, id, true)

/** As it was, with the organisations it had. */
export const restoreAct = (ctx: Context, id: string) => turn(ctx, id, false)

async function turn(ctx: Context, id: string, removed: boolean) {
  demand(ctx, support['act:write'])
  await inNetwork(ctx, async (tx) => {
    await lockAct(tx, ctx, id, !removed)
    await tx
      .update(supportAct)
      .set(
        removed
          ? { removedAt: ctx.clock.now(), removedBy: ctx.account.id }
          : { removedAt: null, removedBy: null },
      )
      .where(thisAct(ctx, id))
    await record(tx, ctx, {
      action: removed ? 'support.removed' : 'support.restored',
      objectType: 'support_act',
      objectId: id,
    })
  })
}
