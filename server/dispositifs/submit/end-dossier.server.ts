import { inNetwork } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { lockOwnDossier } from '../editor/editors.server.ts'
import { tellAssignee } from '../editor/tell-editors.server.ts'
import { noSuchMove, reasonMissing } from '../errors.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import { type DossierState, moveBetween, nextStates } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { stepsOf } from '../session/steps-of.ts'
import { thisCall } from './this-call.server.ts'

export const HOLDERS_MOVES = ['withdrawn', 'renounced', 'done'] as const

/** What the holder says of the whole dossier: withdrawn, renounced with a reason, or the action is over. */
export async function endDossier(
  ctx: Context,
  id: string,
  to: (typeof HOLDERS_MOVES)[number],
  reason: string,
) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, id)
    const from = before.state as DossierState
    if (from === to) return
    const { session } = await thisCall(tx, ctx, before.sessionId)
    if (!nextStates(from, stepsOf(session.steps), 'holder').includes(to)) throw noSuchMove(from, to)
    if (moveBetween(from, to)?.reason && !reason) throw reasonMissing()
    const now = ctx.clock.now()
    await tx
      .update(dossier)
      .set({
        ...{ state: to, movedAt: now, movedBy: ctx.account.id, moveReason: reason, updatedAt: now },
        version: before.version + 1,
      })
      .where(thisDossier(ctx, id))
    if (to === 'renounced') {
      await lockSession(tx, ctx, before.sessionId)
      await refreshLaureates(tx, ctx, before.sessionId)
    }
    await record(tx, ctx, {
      action: `dossier.${to}_by_holder`,
      objectType: 'dossier',
      objectId: id,
      changes: { state: { from, to } },
    })
    await tellAssignee(tx, ctx, before, `dispositifs.${to}`)
  })
}

/** What others entered for the holder is as it should be, says the holder. */
export async function confirmDossier(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, id)
    if (before.origin === 'here') throw noSuchMove(before.state, before.state)
    if (before.confirmedAt) return
    const now = ctx.clock.now()
    await tx
      .update(dossier)
      .set({ confirmedAt: now, confirmedBy: ctx.account.id, updatedAt: now })
      .where(thisDossier(ctx, id))
    await record(tx, ctx, { action: 'dossier.confirmed', objectType: 'dossier', objectId: id })
    await tellAssignee(tx, ctx, before, 'dispositifs.confirmed')
  })
}
