import { moveReason } from '#server/dispositifs/dossier/dossier.schema.ts'
import { stepInput } from '#server/dispositifs/follow-up/payment.schema.ts'
import { recordOwnPaymentStep } from '#server/dispositifs/follow-up/record-payment-step.server.ts'
import { sendBackDossier, validateDossier } from '#server/dispositifs/sponsor/validate-dossier.server.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { centsTyped } from '../follow-up/handle-follow-up.server.ts'
import { readWith } from '../follow-up/sent-follow-up.server.ts'

type Sent = { form: FormData; upload: Upload | null }

/** What a sponsor sends of a dossier they answer for. Null: nothing known was asked. */
export async function handleSponsorship(
  ctx: Context,
  id: string,
  { form, upload }: Sent,
): Promise<string | null> {
  const text = (name: string) => String(form.get(name) ?? '')
  switch (form.get('intent')) {
    case 'valider':
      await validateDossier(ctx, id)
      return 'validee'
    case 'renvoyer':
      await sendBackDossier(ctx, id, moveReason.parse(text('reason').slice(0, 2000)))
      return 'renvoyee'
    case 'etape': {
      const input = readWith(stepInput, {
        ...{ step: text('step'), happenedOn: text('happenedOn'), note: text('note') },
        amountCents: centsTyped(form, 'amountCents') ?? Number.NaN,
      })
      await recordOwnPaymentStep(ctx, {
        dossierId: id,
        paymentId: recordId(text('versement')),
        input,
        upload,
      })
      return 'etape'
    }
    default:
      return null
  }
}
