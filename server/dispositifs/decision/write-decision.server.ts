import { and, desc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { dossierDecision } from '#db/schema/dispositifs/follow-up.ts'
import { type dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { amountMissing, decidedLater, notDecidable, reasonMissing } from '../errors.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import type { DecisionInput } from './decision.schema.ts'
import { statesTo } from './decision.ts'

type Dossier = typeof dossier.$inferSelect
type Session = typeof dispositifSession.$inferSelect

/** Of the last decision recorded; nought while there is none. */
export async function lastNumber(tx: Transaction, ctx: StaffContext, dossierId: string): Promise<number> {
  const { networkId, number } = dossierDecision
  const [last] = await tx
    .select({ number })
    .from(dossierDecision)
    .where(and(eq(networkId, ctx.network.id), eq(dossierDecision.dossierId, dossierId)))
    .orderBy(desc(number))
    .limit(1)
  return last?.number ?? 0
}

/**
 * One more line, the amount that stands, and the moves that follow, of a locked dossier. A correction keeps
 * the line it corrects: the dossier goes back to the opinion and on from there, each step dated.
 */
export async function writeDecision(
  tx: Transaction,
  ctx: StaffContext,
  { before, session }: { before: Dossier; session: Session },
  input: DecisionInput,
  origin: 'single' | 'import',
) {
  const states = statesTo(before.state as DossierState, input.outcome)
  if (states === null) throw notDecidable(before.state)
  if (input.decidedOn > today(ctx.clock, session.timeZone)) throw decidedLater()
  if (input.outcome === 'financed' && input.amountCents === null && before.requestedCents)
    throw amountMissing()
  const number = (await lastNumber(tx, ctx, before.id)) + 1
  if (number > 1 && !input.comment) throw reasonMissing()
  const now = ctx.clock.now()
  await tx.insert(dossierDecision).values({
    ...{ networkId: ctx.network.id, id: v7(), dossierId: before.id, number, ...input, origin },
    ...{ accountId: ctx.account.id, at: now },
  })
  const told = { movedAt: now, movedBy: ctx.account.id, moveReason: input.comment, updatedAt: now }
  for (const state of states)
    await tx
      .update(dossier)
      .set({ ...told, state })
      .where(thisDossier(ctx, before.id))
  await tx
    .update(dossier)
    .set({ grantedCents: input.amountCents, version: before.version + 1, updatedAt: now })
    .where(thisDossier(ctx, before.id))
  await refreshLaureates(tx, ctx, session.id)
  await record(tx, ctx, {
    action: 'dossier.decided',
    objectType: 'dossier',
    objectId: before.id,
    changes: { outcome: input.outcome, amount: input.amountCents, decision: number },
  })
}
