import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierPaymentStep } from '#db/schema/dispositifs/follow-up.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { dispositifs } from '../permissions.ts'
import { paymentsOf } from './payments-of.server.ts'

/** A step that was recorded by mistake: the last of its payment, which stays to be read in the history. */
export async function cancelPaymentStep(ctx: Context, dossierId: string, id: string) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    await lockDossier(tx, ctx, dossierId)
    const payment = (await paymentsOf(tx, ctx, [dossierId])).find(({ steps }) => steps.at(-1)?.id === id)
    if (!payment) throw notFound()
    const { networkId, cancelledAt } = dossierPaymentStep
    await tx
      .update(dossierPaymentStep)
      .set({ cancelledAt: ctx.clock.now(), cancelledBy: ctx.account.id })
      .where(and(eq(networkId, ctx.network.id), eq(dossierPaymentStep.id, id), isNull(cancelledAt)))
    await record(tx, ctx, {
      action: 'dossier.payment_taken_back',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { payment: payment.kind, step: payment.steps.at(-1)!.step },
    })
  })
}
