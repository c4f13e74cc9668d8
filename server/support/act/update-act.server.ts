import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { supportAct, supportActOrganisation } from '#db/schema/support.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { actChangedMeanwhile } from '../errors.ts'
import { support } from '../permissions.ts'
import type { ActInput } from './act.schema.ts'
import { demandKnown, writeOrganisations } from './known-to-network.server.ts'
import { lockAct, thisAct } from './locked-act.server.ts'

/** Saves the whole form; nothing is written over what somebody else saved in between. */
export async function updateAct(ctx: Context, id: string, version: number, input: ActInput) {
  demand(ctx, support['act:write'])
  const { organisations, ...values } = input
  await inNetwork(ctx, async (tx) => {
    const before = await lockAct(tx, ctx, id)
    if (before.version !== version) throw actChangedMeanwhile(before.version)
    await demandKnown(tx, ctx, input)
    // A step that is another, or at another date, awaits again.
    const moved = before.nextStep !== input.nextStep || before.nextOn !== input.nextOn
    await tx
      .update(supportAct)
      .set({
        ...values,
        ...(moved ? { nextDoneAt: null, nextDoneBy: null } : {}),
        version: version + 1,
        updatedAt: ctx.clock.now(),
      })
      .where(thisAct(ctx, id))
    await tx
      .delete(supportActOrganisation)
      .where(and(eq(supportActOrganisation.networkId, ctx.network.id), eq(supportActOrganisation.actId, id)))
    await writeOrganisations(tx, ctx, id, organisations)
    await record(tx, ctx, {
      action: 'support.updated',
      objectType: 'support_act',
      objectId: id,
      changes: { minutes: { from: before.minutes, to: input.minutes } },
    })
  })
}
