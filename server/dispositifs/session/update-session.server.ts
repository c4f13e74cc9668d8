import { and, eq, notInArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, stepsInUse } from '../errors.ts'
import { refreshFrames } from '../frame/refresh-frame.server.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { currentRevision } from '../revision/current-revision.server.ts'
import { demandFreeGrid } from '../revision/demand-free-grid.server.ts'
import { lockSession, thisSession } from './locked-session.server.ts'
import type { SessionInput } from './session.schema.ts'
import { sessionValues } from './session-values.server.ts'

/** Saves the whole form. Once dossiers have set out, their way does not change under them. */
export async function updateSession(ctx: Context, id: string, version: number, input: SessionInput) {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockSession(tx, ctx, id)
    if (before.version !== version) throw changedMeanwhile(before.version)
    const sameSteps = `${before.steps.toSorted()}` === `${[...input.steps].toSorted()}`
    if (!sameSteps && (await hasSetOut(tx, ctx, id))) throw stepsInUse()
    const grid =
      input.jury === 'grid'
        ? (before.gridId ?? (await currentRevision(tx, ctx, before.dispositifId, 'grid'))?.id ?? null)
        : null
    if (grid !== before.gridId) await demandFreeGrid(tx, ctx, id)
    await tx
      .update(dispositifSession)
      .set({ ...sessionValues(input), gridId: grid, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisSession(ctx, id))
    await refreshListing(tx, ctx, before.dispositifId)
    await refreshFrames(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dispositif_session.updated',
      objectType: 'dispositif_session',
      objectId: id,
      changes: { session: input.name },
    })
  })
}

/** Beyond the deposit, which every session has. */
async function hasSetOut(tx: Transaction, ctx: NetworkContext, sessionId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: dossier.id })
    .from(dossier)
    .where(
      and(
        eq(dossier.networkId, ctx.network.id),
        eq(dossier.sessionId, sessionId),
        notInArray(dossier.state, ['draft', 'merged', 'withdrawn']),
      ),
    )
    .limit(1)
  return rows.length > 0
}
