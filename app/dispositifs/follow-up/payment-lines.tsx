import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCEPTED } from '#server/kernel/files/media-types.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import type { PaymentView } from './follow-up-view.server.ts'
import { type RefusedForm, useRefused } from './refusal.tsx'

const MOST_BYTES = 10 * 1024 * 1024

type Props = {
  payments: PaymentView[]
  files: string
  /** Steps this reader may record. */
  records: readonly string[]
  now: string
  refused: RefusedForm
  /** What else may be done of a payment. */
  beside?: (payment: PaymentView) => ReactNode
}

/** Each payment with what came of it, and the form of its next step for whom it awaits. */
export function PaymentLines({ payments, files, records, now, refused, beside }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <ul className="plain stack">
      {payments.map((payment) => (
        <li key={payment.id} className="card stack">
          <p className="row">
            <strong>{t(`follow.kind.${payment.kind}`)}</strong>
            <span className="num">{payment.amount}</span>
            <span className="muted">
              {payment.kind === 'return' ? null : t(`follow.paidTo.${payment.paidTo}`)}
            </span>
            {payment.due ? <span className="muted">{t('follow.dueOn', { date: payment.due })}</span> : null}
          </p>
          <ul>
            {payment.steps.map((step) => (
              <li key={step.id}>
                {t(`follow.stepDone.${payment.kind === 'return' ? 'returned' : step.step}`, {
                  amount: step.amount,
                  date: step.on,
                  name: step.by,
                })}{' '}
                {step.file ? <a href={`${files}/${step.file.id}`}>{step.file.name}</a> : null}
                {step.note ? <span className="muted"> {step.note}</span> : null}
              </li>
            ))}
            {payment.next ? (
              <li className="muted">
                {t(`follow.awaited.${payment.kind === 'return' ? 'returned' : payment.next}`)}
              </li>
            ) : null}
          </ul>
          {payment.next && records.includes(payment.next) ? (
            <StepForm key={payment.next} payment={payment} now={now} refused={refused} />
          ) : null}
          {beside?.(payment)}
        </li>
      ))}
    </ul>
  )
}

function StepForm({
  payment,
  now,
  refused: all,
}: {
  payment: PaymentView
  now: string
  refused: RefusedForm
}) {
  const { t } = useTranslation('dispositifs')
  const { typed, fault, refused } = useRefused(all, `etape ${payment.id}`)
  const step = payment.next!
  const label = t(`follow.record.${payment.kind === 'return' ? 'returned' : step}`)
  return (
    <details open={refused ? true : undefined}>
      <summary>{label}</summary>
      <Form method="post" className="stack form" encType="multipart/form-data" noValidate>
        <input type="hidden" name="intent" value="etape" />
        <input type="hidden" name="versement" value={payment.id} />
        <input type="hidden" name="step" value={step} />
        <DateField
          name="happenedOn"
          label={t('follow.field.happenedOn')}
          value={typed('happenedOn')}
          max={now}
          fault={fault('happenedOn') ?? fault('decidedOn')}
        />
        <MoneyField
          name="amountCents"
          label={t('follow.field.amount')}
          value={typed('amountCents', payment.proposed)}
          fault={fault('amountCents')}
        />
        <Field name="note" label={t('follow.field.note')} fault={fault('note')} optional>
          {(attributes) => <input {...attributes} name="note" maxLength={500} defaultValue={typed('note')} />}
        </Field>
        <FileField
          name="file"
          label={t('follow.field.proof')}
          accept={ACCEPTED}
          kinds={t('follow.hint.proof')}
          mostBytes={MOST_BYTES}
          fault={fault('file')}
          optional
        />
        <button className="btn primary" type="submit">
          {label}
        </button>
      </Form>
    </details>
  )
}
