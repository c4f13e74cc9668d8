import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import type { PaymentView } from './follow-up-view.server.ts'
import { type RefusedForm, useRefused } from './refusal.tsx'

type Props = {
  payment: PaymentView
  refused: RefusedForm
  /** The step made the state of the dossier: it goes back too. */
  moves: boolean
}

/** What was recorded by mistake is taken back, having been told what goes with it: the last step, or the payment. */
export function TakeBack({ payment, refused: all, moves }: Props) {
  const { t } = useTranslation('dispositifs')
  const { typed, fault, refused } = useRefused(all, `reprendre ${payment.id}`)
  const last = payment.steps.find((step) => step.last)
  const named = { kind: t(`follow.kind.${payment.kind}`), amount: last?.amount ?? payment.amount }
  if (!last)
    return (
      <Form method="post">
        <input type="hidden" name="versement" value={payment.id} />
        <ConfirmSubmit
          label={t('follow.cancelPayment')}
          question={t('follow.cancelQuestion', named)}
          consequence={t('follow.cancelConsequence')}
          name="intent"
          value="annuler"
          small
          danger
        />
      </Form>
    )
  return (
    <details open={refused ? true : undefined}>
      <summary>{t('follow.takeBack')}</summary>
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="versement" value={payment.id} />
        <input type="hidden" name="etape" value={last.id} />
        <p>
          {t('follow.takeBackTells', {
            step: t(`follow.stepDone.${payment.kind === 'return' ? 'returned' : last.step}`, {
              ...{ amount: last.amount, date: last.on, name: last.by },
            }),
          })}
        </p>
        {moves ? <p className="notice">{t('follow.takeBackMoves')}</p> : null}
        <Field name="reason" label={t('move.reason')} fault={fault('reason')} optional={!moves}>
          {(attributes) => (
            <textarea
              {...attributes}
              name="reason"
              rows={2}
              maxLength={2000}
              defaultValue={typed('reason')}
            />
          )}
        </Field>
        <button className="btn danger" type="submit" name="intent" value="reprendre">
          {t('follow.takeBackNow')}
        </button>
      </Form>
    </details>
  )
}
