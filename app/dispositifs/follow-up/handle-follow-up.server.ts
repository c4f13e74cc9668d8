import { z } from 'zod'
import { amountDoubts } from '#server/dispositifs/decision/amount-doubts.server.ts'
import { decisionInput } from '#server/dispositifs/decision/decision.schema.ts'
import { recordDecision } from '#server/dispositifs/decision/record-decision.server.ts'
import { moveReason } from '#server/dispositifs/dossier/dossier.schema.ts'
import { cancelPaymentStep } from '#server/dispositifs/follow-up/cancel-payment-step.server.ts'
import { paymentInput, stepInput } from '#server/dispositifs/follow-up/payment.schema.ts'
import { cancelPayment, planPayment } from '#server/dispositifs/follow-up/plan-payment.server.ts'
import { publishAsProject } from '#server/dispositifs/follow-up/publish-as-project.server.ts'
import { recordPaymentStep } from '#server/dispositifs/follow-up/record-payment-step.server.ts'
import { setReportDue } from '#server/dispositifs/follow-up/set-report-due.server.ts'
import { settleDossier } from '#server/dispositifs/follow-up/settle-dossier.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { readCents } from '../../ui/money.ts'
import { Doubtful } from '../doubt.ts'
import { doubtsTold } from '../doubts-told.server.ts'
import { readWith } from './sent-follow-up.server.ts'

/** An amount as typed: nothing is none, and what cannot be read is no number. */
export const centsTyped = (form: FormData, name: string): number | null => {
  const typed = String(form.get(name) ?? '').trim()
  return typed === '' ? null : (readCents(typed) ?? Number.NaN)
}

const reportInput = z.strictObject({
  reportDueOn: z.preprocess((day) => day || null, z.iso.date('not_a_day').nullable()),
})

type Sent = { form: FormData; upload: Upload | null }

/** What the small forms of a dossier's follow-up send. Null: nothing known was asked. */
export async function handleFollowUp(
  ctx: Context,
  id: string,
  { form, upload }: Sent,
): Promise<string | null> {
  const text = (name: string) => String(form.get(name) ?? '')
  switch (form.get('intent')) {
    case 'decider': {
      const { outcome, decidedOn, reference, comment } = Object.fromEntries(form) as Record<string, string>
      const amountCents = centsTyped(form, 'amountCents')
      const read = readWith(decisionInput, { outcome, decidedOn, reference, comment, amountCents })
      const doubts = await amountDoubts(ctx, id, read.amountCents)
      if (doubts.length > 0 && text('averti') !== String(read.amountCents))
        throw new Doubtful(doubtsTold(doubts, ctx), String(read.amountCents))
      await recordDecision(ctx, id, Number(form.get('vu') ?? 0), read)
      return 'decide'
    }
    case 'prevoir': {
      const { kind, dueOn, paidTo } = Object.fromEntries(form) as Record<string, string>
      const amountCents = centsTyped(form, 'amountCents') ?? Number.NaN
      await planPayment(
        ctx,
        id,
        readWith(paymentInput, { kind, dueOn, paidTo: paidTo ?? 'holder', amountCents }),
      )
      return 'prevu'
    }
    case 'annuler':
      await cancelPayment(ctx, id, recordId(text('versement')))
      return 'annule'
    case 'etape': {
      const { step, happenedOn, note } = Object.fromEntries(form) as Record<string, string>
      const input = readWith(stepInput, {
        ...{ step, happenedOn, note },
        amountCents: centsTyped(form, 'amountCents') ?? Number.NaN,
      })
      await recordPaymentStep(ctx, { dossierId: id, paymentId: recordId(text('versement')), input, upload })
      return 'etape'
    }
    case 'reprendre':
      await cancelPaymentStep(
        ctx,
        id,
        recordId(text('etape')),
        moveReason.parse(text('reason').slice(0, 2000)),
      )
      return 'repris'
    case 'bilan': {
      const { reportDueOn } = readWith(reportInput, { reportDueOn: text('reportDueOn') })
      if ((await setReportDue(ctx, [id], reportDueOn)) === 0) throw notFound()
      return 'echeance'
    }
    case 'solder':
      await settleDossier(ctx, id, moveReason.parse(text('reason').slice(0, 2000)))
      return 'solde'
    case 'publier':
      await publishAsProject(ctx, id)
      return 'projet'
    default:
      return null
  }
}
