import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { noSuchMove, notOfNetwork, numberTaken } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import { leaveItsCall } from './leave-its-call.server.ts'

/** Before anybody instructs it. Waiting for a sponsor is left out: the other session may ask for none. */
export const TRANSFERABLE: readonly string[] = [
  'draft',
  'submitted',
  'to_correct',
  'complete',
  'eligible',
  'ineligible',
]

/**
 * A dossier that came to the wrong call of its dispositif goes to another one, with a new number there; it
 * keeps its form, its answers and its day of deposit, and is judged by the rules of its new call.
 */
export async function transferDossier(
  ctx: Context,
  id: string,
  { session, reason }: { session: string; reason: string },
): Promise<{ number: number }> {
  demand(ctx, dispositifs['dossier:move'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, id)
    if (!TRANSFERABLE.includes(before.state)) throw noSuchMove(before.state, before.state)
    const locked = new Map<string, Awaited<ReturnType<typeof lockSession>>>()
    for (const one of [before.sessionId, session].toSorted()) locked.set(one, await lockSession(tx, ctx, one))
    const [from, to] = [locked.get(before.sessionId)!, locked.get(session)!]
    if (from.id === to.id || from.dispositifId !== to.dispositifId) throw notOfNetwork('session')
    if (before.externalNumber) {
      const [twin] = await tx
        .select({ id: dossier.id })
        .from(dossier)
        .where(
          and(
            eq(dossier.networkId, ctx.network.id),
            eq(dossier.sessionId, session),
            eq(dossier.externalNumber, before.externalNumber),
          ),
        )
      if (twin) throw numberTaken()
    }
    const number = to.lastNumber + 1
    await tx.update(dispositifSession).set({ lastNumber: number }).where(thisSession(ctx, session))
    await tx
      .update(dossier)
      .set({ sessionId: session, number, version: before.version + 1, updatedAt: ctx.clock.now() })
      .where(thisDossier(ctx, id))
    await leaveItsCall(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dossier.transferred',
      objectType: 'dossier',
      objectId: id,
      changes: {
        session: { from: from.name, to: to.name },
        number: { from: before.number, to: number },
        reason,
      },
    })
    return { number }
  })
}
