import { inNetwork } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockDispositif, thisDispositif } from './locked-dispositif.server.ts'
import { demandFreeCode } from './taken-code.server.ts'

/** Out of what is proposed, its sessions and dossiers kept; put back as long as its code is free. */
export async function archiveDispositif(ctx: Context, id: string, archived: boolean): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDispositif(tx, ctx, id)
    if ((before.archivedAt !== null) === archived) return
    if (!archived) await demandFreeCode(tx, ctx, before.code, id)
    await tx
      .update(dispositif)
      .set({ archivedAt: archived ? ctx.clock.now() : null, version: before.version + 1 })
      .where(thisDispositif(ctx, id))
    await refreshListing(tx, ctx, id)
    await record(tx, ctx, {
      action: archived ? 'dispositif.archived' : 'dispositif.restored',
      objectType: 'dispositif',
      objectId: id,
    })
  })
}
