import { moveReason } from '#server/dispositifs/dossier/dossier.schema.ts'
import { stepInput } from '#server/dispositifs/follow-up/payment.schema.ts'
import { recordOwnPaymentStep } from '#server/dispositifs/follow-up/record-payment-step.server.ts'
import { missing } from '#server/dispositifs/form/form.ts'
import { getSponsorship } from '#server/dispositifs/sponsor/get-sponsorship.server.ts'
import { sendBackDossier, validateDossier } from '#server/dispositifs/sponsor/validate-dossier.server.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { Doubtful } from '../doubt.ts'
import { centsTyped } from '../follow-up/handle-follow-up.server.ts'
import { readWith } from '../follow-up/sent-follow-up.server.ts'
import { lackingWords } from './lacking-words.ts'

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
      await askAgain(ctx, id, text('averti'))
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

/** What the form still expects: they answer for it, hence they are told before. */
async function askAgain(ctx: Context, id: string, warned: string) {
  const { row, form } = await getSponsorship(ctx, id)
  const lacks = missing(form, row.answers)
  const seen = lacks.join(' ')
  if (row.state !== 'awaiting_sponsor' || lacks.length === 0 || warned === seen) return
  const said = lackingWords(form, lacks, ctx.locale)
  throw new Doubtful([{ kind: 'lacks', count: lacks.length, what: said.join(', ') }], seen)
}
