import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dossierPayment, dossierPaymentStep } from '#db/schema/dispositifs/follow-up.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { notFinanced, stepRecorded } from '../errors.ts'
import { FINANCED } from '../figures/what-counts.ts'
import { dispositifs } from '../permissions.ts'
import type { PaymentInput } from './payment.schema.ts'

/** Money that a financed dossier will receive, or that one that renounced gives back. */
export async function planPayment(ctx: Context, dossierId: string, input: PaymentInput) {
  demand(ctx, dispositifs['decision:record'])
  const id = v7()
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, dossierId)
    const open = [...FINANCED, ...(input.kind === 'return' ? ['renounced'] : [])]
    if (!open.some((state) => state === before.state)) throw notFinanced()
    const paidTo = before.sponsorId && input.kind !== 'return' ? input.paidTo : 'holder'
    await tx.insert(dossierPayment).values({
      ...{ networkId: ctx.network.id, id, dossierId, ...input, paidTo },
      ...{ accountId: ctx.account.id, createdAt: ctx.clock.now() },
    })
    await record(tx, ctx, {
      action: 'dossier.payment_planned',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { payment: input.kind, amount: input.amountCents },
    })
  })
  return { id }
}

/** Planned by mistake: taken back while nothing was recorded of it. */
export async function cancelPayment(ctx: Context, dossierId: string, id: string) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    await lockDossier(tx, ctx, dossierId)
    const { networkId, paymentId, cancelledAt } = dossierPaymentStep
    const [step] = await tx
      .select({ paymentId })
      .from(dossierPaymentStep)
      .where(and(eq(networkId, ctx.network.id), eq(paymentId, id), isNull(cancelledAt)))
      .limit(1)
    if (step) throw stepRecorded()
    const gone = await tx
      .update(dossierPayment)
      .set({ cancelledAt: ctx.clock.now(), cancelledBy: ctx.account.id })
      .where(
        and(
          eq(dossierPayment.networkId, ctx.network.id),
          eq(dossierPayment.id, id),
          eq(dossierPayment.dossierId, dossierId),
          isNull(dossierPayment.cancelledAt),
        ),
      )
      .returning({ id: dossierPayment.id })
    if (gone.length === 0) throw notFound()
    await record(tx, ctx, {
      action: 'dossier.payment_cancelled',
      objectType: 'dossier',
      objectId: dossierId,
    })
  })
}
