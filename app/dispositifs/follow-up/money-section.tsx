import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import type { FollowUpView, PaymentView } from './follow-up-view.server.ts'
import { PaymentLines } from './payment-lines.tsx'
import { type RefusedForm, useRefused } from './refusal.tsx'
import { TakeBack } from './take-back.tsx'

type Props = { page: FollowUpView; files: string; refused: RefusedForm; mayWrite: boolean }

const STEPS = ['paid', 'received', 'passed_on']

/** What the funder pays, what the sponsor receives and passes on, what is given back. */
export function MoneySection({ page, files, refused, mayWrite }: Props) {
  const { t } = useTranslation('dispositifs')
  const beside = (payment: PaymentView) =>
    mayWrite ? <TakeBack payment={payment} refused={refused} moves={moves.includes(payment.id)} /> : null
  const moves = page.payments.flatMap(({ id, holdsState }) => (holdsState ? [id] : []))
  return (
    <section className="card stack" aria-labelledby="argent">
      <h2 id="argent">{t('follow.money.title')}</h2>
      <dl className="facts abreast">
        {page.granted ? <Fact label={t('follow.money.granted')} value={page.granted} /> : null}
        <Fact label={t('follow.money.paid')} value={page.paid} />
        <Fact label={t('follow.money.inHand')} value={page.inHand} />
      </dl>
      {page.toReturn ? (
        <p className="notice bad">{t('follow.money.toReturn', { amount: page.toReturn })}</p>
      ) : null}
      {page.payments.length === 0 ? (
        <p>{t(page.isFinanced ? 'follow.money.none' : 'follow.money.notYet')}</p>
      ) : (
        <PaymentLines
          payments={page.payments}
          files={files}
          records={mayWrite ? STEPS : []}
          now={page.now}
          refused={refused}
          beside={beside}
        />
      )}
      {mayWrite && (page.isFinanced || page.mayReturn) ? <PlanForm page={page} refused={refused} /> : null}
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}

function PlanForm({ page, refused: all }: { page: FollowUpView; refused: RefusedForm }) {
  const { t } = useTranslation('dispositifs')
  const { typed, fault, refused } = useRefused(all, 'prevoir')
  const kinds = page.mayReturn ? ['return'] : ['advance', 'balance', 'return']
  return (
    <details open={refused || page.payments.length === 0 ? true : undefined}>
      <summary>{t('follow.plan')}</summary>
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="intent" value="prevoir" />
        <Field name="kind" label={t('follow.field.kind')} fault={fault('kind')}>
          {(attributes) => (
            <select {...attributes} name="kind" defaultValue={typed('kind')}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`follow.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <MoneyField
          name="amountCents"
          label={t('follow.field.amount')}
          value={typed('amountCents')}
          fault={fault('amountCents')}
        />
        <DateField
          name="dueOn"
          label={t('follow.field.dueOn')}
          value={typed('dueOn')}
          fault={fault('dueOn')}
          optional
        />
        {page.hasSponsor && !page.mayReturn ? (
          <Field
            name="paidTo"
            label={t('follow.field.paidTo')}
            hint={t('follow.hint.paidTo')}
            fault={fault('paidTo')}
          >
            {(attributes) => (
              <select {...attributes} name="paidTo" defaultValue={typed('paidTo', 'sponsor')}>
                <option value="sponsor">{t('follow.toSponsor', { name: page.sponsor })}</option>
                <option value="holder">{t('follow.toHolder')}</option>
              </select>
            )}
          </Field>
        ) : null}
        <button className="btn" type="submit">
          {t('follow.planIt')}
        </button>
      </Form>
    </details>
  )
}
