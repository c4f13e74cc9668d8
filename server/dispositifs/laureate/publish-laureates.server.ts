import { inNetwork } from '#db/client.ts'
import { dispositifSession } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import { refreshLaureates } from './refresh-laureates.server.ts'

/** Tells the public who was retained: organisations, titles and countries, amounts if it is wished. */
export const publishLaureates = (ctx: Context, sessionId: string, amounts: boolean) =>
  turn(ctx, sessionId, amounts, true)

export const withdrawLaureates = (ctx: Context, sessionId: string) => turn(ctx, sessionId, false, false)

async function turn(ctx: Context, sessionId: string, amounts: boolean, shown: boolean) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const now = ctx.clock.now()
    await tx
      .update(dispositifSession)
      .set({
        laureatesPublishedAt: shown ? (session.laureatesPublishedAt ?? now) : null,
        laureatesAmounts: shown && amounts,
      })
      .where(thisSession(ctx, sessionId))
    await refreshLaureates(tx, ctx, sessionId)
    await record(tx, ctx, {
      action: shown ? 'dispositif_session.laureates_published' : 'dispositif_session.laureates_withdrawn',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: shown ? { amounts } : {},
    })
  })
}
