import { inNetwork } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import type { DispositifInput } from './dispositif.schema.ts'
import { lockDispositif, thisDispositif } from './locked-dispositif.server.ts'
import { demandFreeCode } from './taken-code.server.ts'

/** Saves the whole form; nothing is written over what somebody else saved in between. */
export async function updateDispositif(ctx: Context, id: string, version: number, input: DispositifInput) {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDispositif(tx, ctx, id)
    if (before.version !== version) throw changedMeanwhile(before.version)
    await demandFreeCode(tx, ctx, input.code, id)
    await tx
      .update(dispositif)
      .set({ ...input, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisDispositif(ctx, id))
    await refreshListing(tx, ctx, id)
    const keys = Object.keys(input) as (keyof DispositifInput)[]
    const changed = keys.filter((key) => `${before[key]}` !== `${input[key]}`)
    await record(tx, ctx, {
      action: 'dispositif.updated',
      objectType: 'dispositif',
      objectId: id,
      changes: { fields: changed },
    })
  })
}
