import { inNetwork } from '#db/client.ts'
import { supportAct } from '#db/schema/support.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import { lockAct, thisAct } from './locked-act.server.ts'

/** The next step has been taken, or, taken by mistake, awaits again. */
export async function completeStep(ctx: Context, id: string, done: boolean) {
  demand(ctx, support['act:write'])
  await inNetwork(ctx, async (tx) => {
    const { nextStep } = await lockAct(tx, ctx, id)
    if (!nextStep) throw notFound()
    await tx
      .update(supportAct)
      .set({ nextDoneAt: done ? ctx.clock.now() : null, nextDoneBy: done ? ctx.account.id : null })
      .where(thisAct(ctx, id))
    await record(tx, ctx, {
      action: done ? 'support.step_done' : 'support.step_reopened',
      objectType: 'support_act',
      objectId: id,
    })
  })
}
