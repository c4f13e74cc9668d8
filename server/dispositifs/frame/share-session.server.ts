import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { sessionFrameListing } from '#db/schema/dispositifs/frame.ts'
import { dispositifSession } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import { refreshFrames } from './refresh-frame.server.ts'
import { sharedKey } from './shared-key.ts'

/** Proposes a call to the other networks: its days are told to them, and nothing of its files. */
export async function shareSession(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockSession(tx, ctx, id)
    if (row.sharedKey) return
    await tx
      .update(dispositifSession)
      .set({ sharedKey: sharedKey(ctx.network.id, randomUUID()), updatedAt: ctx.clock.now() })
      .where(thisSession(ctx, id))
    await refreshFrames(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dispositif_session.shared',
      objectType: 'dispositif_session',
      objectId: id,
    })
  })
}

/** From now on this network holds it alone; the others keep theirs. */
export async function leaveSharedSession(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockSession(tx, ctx, id)
    if (!row.sharedKey) return
    await tx
      .update(dispositifSession)
      .set({ sharedKey: null, updatedAt: ctx.clock.now() })
      .where(thisSession(ctx, id))
    await tx
      .delete(sessionFrameListing)
      .where(and(eq(sessionFrameListing.networkId, ctx.network.id), eq(sessionFrameListing.id, id)))
    await record(tx, ctx, {
      action: 'dispositif_session.shared_no_more',
      objectType: 'dispositif_session',
      objectId: id,
    })
  })
}
