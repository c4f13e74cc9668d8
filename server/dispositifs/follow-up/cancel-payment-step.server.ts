import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierPaymentStep } from '#db/schema/dispositifs/follow-up.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { reasonMissing } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { isLastAdvance } from './payment.ts'
import { paymentsOf } from './payments-of.server.ts'

/**
 * A step that was recorded by mistake: the last of its payment, which stays to be read in the history. The
 * advance made the state: without it the dossier is financed again, and somebody will ask why.
 */
export async function cancelPaymentStep(ctx: Context, dossierId: string, id: string, reason: string) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, dossierId)
    const payments = await paymentsOf(tx, ctx, [dossierId])
    const payment = payments.find(({ steps }) => steps.at(-1)?.id === id)
    if (!payment) throw notFound()
    const goesBack = before.state === 'advance_paid' && isLastAdvance(payments, id)
    if (goesBack && !reason) throw reasonMissing()
    const { networkId, cancelledAt } = dossierPaymentStep
    await tx
      .update(dossierPaymentStep)
      .set({ cancelledAt: ctx.clock.now(), cancelledBy: ctx.account.id })
      .where(and(eq(networkId, ctx.network.id), eq(dossierPaymentStep.id, id), isNull(cancelledAt)))
    const now = ctx.clock.now()
    if (goesBack)
      await tx
        .update(dossier)
        .set({
          ...{ state: 'financed', movedAt: now, movedBy: ctx.account.id, moveReason: reason },
          ...{ version: before.version + 1, updatedAt: now },
        })
        .where(thisDossier(ctx, dossierId))
    await record(tx, ctx, {
      action: 'dossier.payment_taken_back',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { payment: payment.kind, step: payment.steps.at(-1)!.step, ...(reason ? { reason } : {}) },
    })
  })
}
