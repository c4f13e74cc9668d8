import { inNetwork, type Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { noSuchMove, notSettled } from '../errors.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { paymentsOf } from './payments-of.server.ts'
import { settlingFaults } from './settling.ts'

/** What a dossier lacks to be settled. */
export async function lacksToSettle(tx: Transaction, ctx: StaffContext, row: typeof dossier.$inferSelect) {
  const form = await formOf(tx, ctx, row.formId)
  const counts = form.sections.some(({ fields }) => fields.some(({ type }) => type === 'head_count'))
  const payments = await paymentsOf(tx, ctx, [row.id])
  return settlingFaults({ grantedCents: row.grantedCents, achieved: row.achieved, counts, payments })
}

/** A total that its parts contradict holds a dossier open, whatever is said of it. */
const NEVER_PASSED = ['head_count_gap']

/** Closed: the report is in, counts agree, money has gone where it should; what is passed over is said in words. */
export async function settleDossier(ctx: Context, id: string, reason: string): Promise<void> {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, id)
    const session = await lockSession(tx, ctx, before.sessionId)
    if (before.state !== 'report_received') throw noSuchMove(before.state, 'settled')
    const lacks = await lacksToSettle(tx, ctx, before)
    const held = lacks.filter((fault) => !reason || NEVER_PASSED.includes(fault))
    if (held.length > 0) throw notSettled(held)
    const now = ctx.clock.now()
    await tx
      .update(dossier)
      .set({
        ...{ state: 'settled', movedAt: now, movedBy: ctx.account.id, moveReason: reason },
        ...{ version: before.version + 1, updatedAt: now },
      })
      .where(thisDossier(ctx, id))
    if (session.laureatesPublishedAt) await refreshLaureates(tx, ctx, session.id)
    await record(tx, ctx, {
      action: 'dossier.settled',
      objectType: 'dossier',
      objectId: id,
      changes: lacks.length > 0 ? { lacks, reason } : {},
    })
  })
}
