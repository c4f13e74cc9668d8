import { inNetwork } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { OUTCOMES } from '../decision/decision.ts'
import { decisionNeeded, noSuchMove, notSettled, reasonMissing } from '../errors.ts'
import { lacksToSettle } from '../follow-up/settle-dossier.server.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import { type DossierState, moveBetween, nextStates } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { stepsOf } from '../session/steps-of.ts'
import { tellSponsor } from '../sponsor/tell-sponsor.server.ts'
import { lockDossier, thisDossier } from './locked-dossier.server.ts'

/**
 * From where the person saw it stand to where they take it: if somebody moved it meanwhile, nothing happens
 * and they are told. The database writes the dated line, and refuses what the table of moves does not know.
 */
export async function moveDossier(
  ctx: Context,
  id: string,
  { from, to, reason }: { from: DossierState; to: DossierState; reason: string },
): Promise<void> {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, id)
    const session = await lockSession(tx, ctx, before.sessionId)
    const open = nextStates(from, stepsOf(session.steps), 'staff')
    if (before.state !== from || !open.includes(to) || to === 'merged') throw noSuchMove(before.state, to)
    if (moveBetween(from, to)?.reason && !reason) throw reasonMissing()
    if (from === 'opined' && OUTCOMES.some((outcome) => outcome === to)) throw decisionNeeded()
    const lacks = to === 'settled' ? await lacksToSettle(tx, ctx, before) : []
    if (lacks.length > 0) throw notSettled(lacks)
    const now = ctx.clock.now()
    await tx
      .update(dossier)
      .set({
        ...{ state: to, movedAt: now, movedBy: ctx.account.id, moveReason: reason, updatedAt: now },
        ...(to === 'submitted' && !before.submittedAt ? { submittedAt: now } : {}),
        // Taken back, or examined again: what was granted stands no more.
        ...(to === 'opined' ? { grantedCents: null } : {}),
        version: before.version + 1,
      })
      .where(thisDossier(ctx, id))
    if (session.laureatesPublishedAt) await refreshLaureates(tx, ctx, session.id)
    if (to === 'awaiting_sponsor') await tellSponsor(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dossier.moved',
      objectType: 'dossier',
      objectId: id,
      changes: { state: { from, to } },
    })
  })
}
