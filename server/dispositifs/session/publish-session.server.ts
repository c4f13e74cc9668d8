import { and, eq, inArray, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifRevision, dispositifSession } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, stillDraft } from '../errors.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from './locked-session.server.ts'

/** Tells the public of a call; what it is judged by must not change under those who prepare a file. */
export const publishSession = (ctx: Context, id: string, version: number) => turn(ctx, id, version, true)

export const withdrawSession = (ctx: Context, id: string, version: number) => turn(ctx, id, version, false)

async function turn(ctx: Context, id: string, version: number, shown: boolean) {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockSession(tx, ctx, id)
    if ((row.publishedAt !== null) === shown) return
    if (row.version !== version) throw changedMeanwhile(row.version)
    if (shown) await demandPublished(tx, ctx, [row.rulesId, row.formId, ...(row.gridId ? [row.gridId] : [])])
    const now = ctx.clock.now()
    await tx
      .update(dispositifSession)
      .set({ publishedAt: shown ? now : null, version: version + 1, updatedAt: now })
      .where(thisSession(ctx, id))
    await refreshListing(tx, ctx, row.dispositifId)
    await record(tx, ctx, {
      action: shown ? 'dispositif_session.published' : 'dispositif_session.withdrawn',
      objectType: 'dispositif_session',
      objectId: id,
    })
  })
}

async function demandPublished(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { networkId, id, kind, publishedAt } = dispositifRevision
  const drafts = await tx
    .select({ kind })
    .from(dispositifRevision)
    .where(and(eq(networkId, ctx.network.id), inArray(id, ids), isNull(publishedAt)))
  if (drafts.length > 0) throw stillDraft(drafts.map((one) => one.kind).sort())
}
