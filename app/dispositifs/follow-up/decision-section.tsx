import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { AskedTwice } from '../asked-twice.tsx'
import { toneOf } from '../desk/state-tone.ts'
import type { FollowUpView } from './follow-up-view.server.ts'
import { type RefusedForm, useRefused } from './refusal.tsx'

type Props = { page: FollowUpView; refused: RefusedForm; mayWrite: boolean }

/** What was decided, each line as it was recorded; and the form that adds one. */
export function DecisionSection({ page, refused, mayWrite }: Props) {
  const { t } = useTranslation('dispositifs')
  const which = page.national ? 'national' : 'regional'
  return (
    <section className="card stack" aria-labelledby="decision">
      <h2 id="decision">{t(`follow.decision.title.${which}`)}</h2>
      <p className="muted">{t(`follow.decision.lead.${which}`)}</p>
      {page.decisions.length === 0 ? (
        <p>{t(page.decidable ? 'follow.decision.none' : 'follow.decision.notYet')}</p>
      ) : (
        <ol className="plain stack">
          {page.decisions.map((one, nth) => (
            <li key={one.number}>
              <p className="row">
                <Badge tone={toneOf(one.outcome)} label={t(`state.${one.outcome}`)} />
                {one.amount ? <strong className="num">{one.amount}</strong> : null}
                <span>{t('follow.decision.on', { date: one.on })}</span>
                {one.reference ? (
                  <span className="muted">{t('follow.decision.ref', { reference: one.reference })}</span>
                ) : null}
                {nth > 0 ? <span className="muted">{t('follow.decision.replaced')}</span> : null}
              </p>
              {one.comment ? <p>{one.comment}</p> : null}
              <p className="small muted">
                {t(`follow.decision.recorded.${one.origin}`, { name: one.by, at: one.at })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {mayWrite && page.decidable ? (
        page.seen > 0 ? (
          <details open={refused?.which === 'decider' ? true : undefined}>
            <summary>{t('follow.decision.correct')}</summary>
            <DecisionForm page={page} refused={refused} />
          </details>
        ) : (
          <DecisionForm page={page} refused={refused} />
        )
      ) : null}
    </section>
  )
}

/** The fields of the form, in its order, and the word of each; a reason is asked where the comment is. */
const LABELS = {
  ...{ outcome: 'outcome', amountCents: 'granted', decidedOn: 'decidedOn', reference: 'reference' },
  ...{ comment: 'comment', reason: 'comment' },
} as const

function DecisionForm({ page, refused: all }: Omit<Props, 'mayWrite'>) {
  const { t } = useTranslation('dispositifs')
  const { refused, typed, fault } = useRefused(all, 'decider')
  const correcting = page.seen > 0
  const wrong = Object.entries(LABELS).filter(([name]) => fault(name))
  return (
    <Form method="post" className="stack form" noValidate>
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map(([name, label]) => ({
          name: name === 'reason' ? 'comment' : name,
          label: t(`follow.field.${label}`),
        }))}
        refusal={refused}
      />
      <input type="hidden" name="intent" value="decider" />
      <input type="hidden" name="vu" value={page.seen} />
      {page.opinion ? <OpinionTold opinion={page.opinion} /> : null}
      <Field name="outcome" label={t('follow.field.outcome')} fault={fault('outcome')}>
        {(attributes) => (
          <select {...attributes} name="outcome" defaultValue={typed('outcome')}>
            <option value="">{t('follow.choose')}</option>
            {page.outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`state.${outcome}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <MoneyField
        name="amountCents"
        label={t('follow.field.granted')}
        hint={
          page.requested
            ? t('follow.hint.granted', { requested: page.requested })
            : t('follow.hint.noRequest')
        }
        value={typed('amountCents')}
        fault={fault('amountCents')}
      />
      <DateField
        name="decidedOn"
        label={t('follow.field.decidedOn')}
        value={typed('decidedOn')}
        max={page.now}
        fault={fault('decidedOn')}
      />
      <Field name="reference" label={t('follow.field.reference')} fault={fault('reference')} optional>
        {(attributes) => (
          <input {...attributes} name="reference" maxLength={120} defaultValue={typed('reference')} />
        )}
      </Field>
      <Field
        name="comment"
        label={t('follow.field.comment')}
        hint={t(correcting ? 'follow.hint.correction' : 'follow.hint.comment')}
        fault={fault('comment') ?? fault('reason')}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            name="comment"
            rows={3}
            maxLength={2000}
            defaultValue={typed('comment')}
          />
        )}
      </Field>
      <AskedTwice doubts={refused?.doubts ?? []} seen={refused?.seen ?? ''} />
      <button className="btn primary" type="submit">
        {refused?.doubts
          ? t('asks.confirm')
          : t(correcting ? 'follow.decision.again' : 'follow.decision.record')}
      </button>
    </Form>
  )
}

/** What the region said, in view of who records what the funder decided. */
function OpinionTold({ opinion }: { opinion: NonNullable<FollowUpView['opinion']> }) {
  const { t } = useTranslation('dispositifs')
  const { given, amount, sitting, on, conditions } = opinion
  return (
    <p className="notice">
      <strong>{t('asks.opinion', { opinion: t(`jury.opinion.${given}`) })}</strong>{' '}
      {amount ? `${t('asks.proposed', { amount })} ` : ''}
      <span className="muted">{t('asks.sitting', { sitting, on })}</span>
      {conditions.length > 0 ? ` ${t('asks.conditions', { conditions: conditions.join(' ; ') })}` : ''}
    </p>
  )
}
