import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { recordAll } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { noSuchMove, notOfNetwork } from '../errors.ts'
import { type DossierState, mayMove } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { stepsOf } from '../session/steps-of.ts'
import { leaveItsCall } from './leave-its-call.server.ts'

/**
 * The same project deposited twice: this one is one with the other, which stays. Whoever wrote it writes the
 * other from now on, and a number of the funder's platform that only this one had goes along. Nothing of it
 * is lost: it is read as it was, and says where it went.
 */
export async function mergeDossiers(
  ctx: Context,
  id: string,
  { other, reason }: { other: string; reason: string },
): Promise<void> {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    // In one order whoever asks, so that two people who merge each into the other wait and do not die.
    const locked = new Map<string, Awaited<ReturnType<typeof lockDossier>>>()
    for (const one of [id, other].toSorted()) locked.set(one, await lockDossier(tx, ctx, one))
    const [gone, kept] = [locked.get(id)!, locked.get(other)!]
    if (id === other || gone.sessionId !== kept.sessionId || kept.state === 'merged')
      throw notOfNetwork('other')
    const session = await lockSession(tx, ctx, gone.sessionId)
    if (!mayMove(gone.state as DossierState, 'merged', stepsOf(session.steps)))
      throw noSuchMove(gone.state, 'merged')
    const now = ctx.clock.now()
    const numberMoves = gone.externalNumber !== null && kept.externalNumber === null
    await tx
      .update(dossier)
      .set({
        ...{ state: 'merged', mergedInto: other, version: gone.version + 1, updatedAt: now },
        ...{ movedAt: now, movedBy: ctx.account.id, moveReason: reason },
        ...(numberMoves ? { externalNumber: null } : {}),
      })
      .where(thisDossier(ctx, id))
    if (numberMoves)
      await tx
        .update(dossier)
        .set({
          ...{ externalNumber: gone.externalNumber, externalStatus: gone.externalStatus },
          ...{ version: kept.version + 1, updatedAt: now },
        })
        .where(thisDossier(ctx, other))
    await carryEditors(tx, ctx, id, other)
    await leaveItsCall(tx, ctx, id)
    await recordAll(tx, ctx, [
      { action: 'dossier.merged', objectType: 'dossier', objectId: id, changes: { into: kept.number } },
      {
        action: 'dossier.received_twin',
        objectType: 'dossier',
        objectId: other,
        changes: { of: gone.number },
      },
    ])
  })
}

async function carryEditors(tx: Transaction, ctx: StaffContext, from: string, into: string) {
  const { networkId, dossierId, removedAt } = dossierEditor
  const live = (id: string) =>
    tx
      .select()
      .from(dossierEditor)
      .where(and(eq(networkId, ctx.network.id), eq(dossierId, id), isNull(removedAt)))
  const there = new Set((await live(into)).map(({ email }) => email))
  const moved = (await live(from)).filter(({ email }) => !there.has(email))
  // Of who was invited and did not come yet, the link of the mail names the line itself.
  const [carried, promised] = [moved.filter((one) => one.accountId), moved.filter((one) => !one.accountId)]
  for (const { id } of promised)
    await tx
      .update(dossierEditor)
      .set({ dossierId: into })
      .where(and(eq(networkId, ctx.network.id), eq(dossierEditor.id, id)))
  if (carried.length === 0) return
  await tx
    .insert(dossierEditor)
    .values(
      carried.map((one) => ({ ...one, id: v7(), dossierId: into, addedBy: ctx.account.id, seenAt: null })),
    )
}
