import { inNetwork } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { forgetListing } from '../listing/networks-listing.server.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockDispositif, thisDispositif } from './locked-dispositif.server.ts'

/** Shows a dispositif to the public, with those of its calls that are published. */
export const publishDispositif = (ctx: Context, id: string, version: number) => turn(ctx, id, version, true)

/** Takes its page away; its calls stay as they were, for the day it is published again. */
export const withdrawDispositif = (ctx: Context, id: string, version: number) => turn(ctx, id, version, false)

async function turn(ctx: Context, id: string, version: number, shown: boolean) {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    if (row.archivedAt && shown) throw notFound()
    if ((row.publishedAt !== null) === shown) return
    if (row.version !== version) throw changedMeanwhile(row.version)
    const now = ctx.clock.now()
    await tx
      .update(dispositif)
      .set({ publishedAt: shown ? now : null, version: version + 1, updatedAt: now })
      .where(thisDispositif(ctx, id))
    await refreshListing(tx, ctx, id)
    await record(tx, ctx, {
      action: shown ? 'dispositif.published' : 'dispositif.withdrawn',
      objectType: 'dispositif',
      objectId: id,
    })
  })
  forgetListing()
}
