import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dispositifSession } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { dispositifs } from '../permissions.ts'
import { revisionsInForce } from '../revision/revisions-in-force.server.ts'
import type { SessionInput } from './session.schema.ts'
import { sessionValues } from './session-values.server.ts'

/** A new call, bound to the form, the rules and the grid in force when it is made. */
export async function openSession(ctx: Context, dispositifId: string, input: SessionInput) {
  demand(ctx, dispositifs['dispositif:write'])
  const id = v7()
  const now = ctx.clock.now()
  await inNetwork(ctx, async (tx) => {
    await lockDispositif(tx, ctx, dispositifId)
    const { formId, rulesId, gridId } = await revisionsInForce(tx, ctx, dispositifId)
    await tx.insert(dispositifSession).values({
      ...{ networkId: ctx.network.id, id, dispositifId, ...sessionValues(input) },
      ...{ formId, rulesId, gridId: input.jury === 'grid' ? gridId : null },
      ...{ createdAt: now, updatedAt: now },
    })
    await record(tx, ctx, {
      action: 'dispositif_session.opened',
      objectType: 'dispositif_session',
      objectId: id,
      changes: { session: input.name },
    })
  })
  return { id }
}
