import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierPaymentStep } from '#db/schema/dispositifs/follow-up.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { decidedLater, stepBefore, stepRecorded } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { lockSponsored } from '../sponsor/demand-sponsored.server.ts'
import type { StepInput } from './payment.schema.ts'
import { awaits, nextStep } from './payment.ts'
import { paymentsOf } from './payments-of.server.ts'
import { tellSponsorOfMoney } from './tell-sponsor-of-money.server.ts'

type Asked = { dossierId: string; paymentId: string; input: StepInput; upload: Upload | null }

/** Whose the step is: the team tells them all, a sponsor those of a dossier it sponsors, and no other. */
type Lock = (tx: Transaction) => ReturnType<typeof lockDossier>

/** By the team: what the funder paid, and for a sponsor what it says it did. */
export async function recordPaymentStep(ctx: Context, asked: Asked) {
  demand(ctx, dispositifs['decision:record'])
  return write(ctx, asked, (tx) => lockDossier(tx, ctx, asked.dossierId))
}

/** By the sponsor: money received, and passed on. */
export async function recordOwnPaymentStep(ctx: Context, asked: Asked) {
  demand(ctx, dispositifs['sponsorship:own'])
  if (awaits(asked.input.step) !== 'sponsor') throw notFound()
  return write(ctx, asked, (tx) => lockSponsored(tx, ctx, asked.dossierId))
}

async function write(ctx: StaffContext, asked: Asked, lock: Lock) {
  const { upload } = asked
  if (!upload) {
    await inNetwork(ctx, (tx) => writeStep(tx, ctx, asked, lock, null))
    return
  }
  // Asked before the bytes are kept: a stranger's file goes nowhere.
  await inNetwork(ctx, lock)
  const owner = { ownerType: 'dossier_payment', ownerId: asked.paymentId }
  await storeFile(ctx, { ...owner, upload }, async (tx, { id }) => writeStep(tx, ctx, asked, lock, id))
}

async function writeStep(
  tx: Transaction,
  ctx: StaffContext,
  { dossierId, paymentId, input }: Asked,
  lock: Lock,
  fileId: string | null,
) {
  const before = await lock(tx)
  const session = await lockSession(tx, ctx, before.sessionId)
  const payment = (await paymentsOf(tx, ctx, [dossierId])).find(({ id }) => id === paymentId)
  if (!payment) throw notFound()
  const done = payment.steps.map(({ step }) => step)
  if (done.includes(input.step)) throw stepRecorded()
  const next = nextStep(payment, done)
  if (next !== input.step) throw stepBefore(next ?? 'paid')
  if (input.happenedOn > today(ctx.clock, session.timeZone)) throw decidedLater()
  const now = ctx.clock.now()
  await tx.insert(dossierPaymentStep).values({
    ...{ networkId: ctx.network.id, id: v7(), paymentId, ...input, fileId },
    ...{ accountId: ctx.account.id, at: now },
  })
  // The first money makes the state: whoever reads the list need not open the dossier.
  const isAdvance = payment.kind === 'advance' && input.step === 'paid'
  if (isAdvance && before.state === 'financed' && session.steps.includes('advance'))
    await tx
      .update(dossier)
      .set({
        ...{ state: 'advance_paid', movedAt: now, movedBy: ctx.account.id, moveReason: '' },
        ...{ version: before.version + 1, updatedAt: now },
      })
      .where(thisDossier(ctx, dossierId))
  if (input.step === 'paid' && payment.kind !== 'return' && payment.paidTo === 'sponsor')
    await tellSponsorOfMoney(tx, ctx, dossierId)
  await record(tx, ctx, {
    action: 'dossier.payment_recorded',
    objectType: 'dossier',
    objectId: dossierId,
    changes: { payment: payment.kind, step: input.step, amount: input.amountCents },
  })
}
