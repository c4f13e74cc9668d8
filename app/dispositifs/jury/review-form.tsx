import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Grid, Scores } from '#server/dispositifs/grid/grid.schema.ts'
import { REVIEW_OPINIONS } from '#server/dispositifs/instruction/review.schema.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { useSaid } from '../form/filling.ts'

type Own = {
  scores: Scores
  opinion: string | null
  comment: string
  privateNote: string
  typedAmount: string
  version: number
  submitted: boolean
}

/** What a reader thinks: the grid, or an opinion in words; kept as a draft, then handed in. */
export function ReviewForm(props: {
  grid: Grid | null
  own: Own | null
  values: Record<string, string> | null
  faults: Record<string, string>
  /** The amount is above what is asked for: whether that is meant is asked. */
  above: boolean
}) {
  const { grid, own, values, faults, above } = props
  const { t, i18n } = useTranslation('dispositifs')
  const said = useSaid()
  const saving = useNavigation().state !== 'idle'
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const written = (score: number | null | undefined) =>
    score === null || score === undefined ? '' : new Intl.NumberFormat(i18n.language).format(score)
  const note = (
    <Field name="privateNote" label={t('jury.field.privateNote')} hint={t('jury.hint.privateNote')} optional>
      {(attributes) => (
        <textarea
          {...attributes}
          name="privateNote"
          rows={3}
          maxLength={5000}
          defaultValue={values?.privateNote ?? own?.privateNote}
        />
      )}
    </Field>
  )
  const version = <input type="hidden" name="version" value={own?.version ?? 0} />
  if (own?.submitted)
    return (
      <Form method="post" className="card stack form">
        {version}
        {note}
        <button className="btn" type="submit" name="intent" value="garder">
          {t('jury.review.keepNote')}
        </button>
      </Form>
    )
  const labels: Record<string, string> = {
    ...Object.fromEntries((grid?.criteria ?? []).map(({ key, label }) => [`score_${key}`, said(label)])),
    ...{ opinion: t('jury.field.opinion'), comment: t('jury.field.comment'), amount: t('jury.field.amount') },
  }
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: Object.keys(faults).length })}
        faults={Object.keys(labels)
          .filter((name) => faults[name])
          .map((name) => ({ name, label: labels[name]! }))}
        refusal={faults}
      />
      {version}
      {grid?.criteria.map(({ key, label, help, weight, max, commentRequired, eliminatoryBelow }) => (
        <fieldset key={key} className="card stack" id={`score_${key}`}>
          <legend>{said(label)}</legend>
          {help ? <p className="small muted">{said(help)}</p> : null}
          <Field
            label={t('jury.review.mark', { max })}
            hint={[
              t('jury.review.weight', { weight }),
              eliminatoryBelow === null ? '' : t('jury.review.below', { below: eliminatoryBelow }),
            ]
              .filter(Boolean)
              .join(' ')}
            fault={fault(`score_${key}`)}
          >
            {(attributes) => (
              <input
                {...attributes}
                className="short"
                name={`score_${key}`}
                inputMode="decimal"
                autoComplete="off"
                aria-label={`${said(label)} — ${t('jury.review.mark', { max })}`}
                defaultValue={values ? values[`score_${key}`] : written(own?.scores[key]?.score)}
              />
            )}
          </Field>
          <Field label={t('jury.field.why')} optional={!commentRequired}>
            {(attributes) => (
              <textarea
                {...attributes}
                name={`comment_${key}`}
                rows={2}
                maxLength={5000}
                aria-label={`${said(label)} — ${t('jury.field.why')}`}
                defaultValue={values ? values[`comment_${key}`] : own?.scores[key]?.comment}
              />
            )}
          </Field>
        </fieldset>
      ))}
      <fieldset className="card stack" id="opinion">
        <legend>{t('jury.field.opinion')}</legend>
        {fault('opinion') ? <p className="fault">{fault('opinion')}</p> : null}
        {REVIEW_OPINIONS.map((opinion) => (
          <label key={opinion} className="check">
            <input
              type="radio"
              name="opinion"
              value={opinion}
              defaultChecked={(values?.opinion ?? own?.opinion) === opinion}
            />
            <span>{t(`jury.opinion.${opinion}`)}</span>
          </label>
        ))}
        <Field
          name="comment"
          label={t('jury.field.comment')}
          fault={fault('comment')}
          optional={grid !== null}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="comment"
              rows={4}
              maxLength={5000}
              defaultValue={values?.comment ?? own?.comment}
            />
          )}
        </Field>
        <MoneyField
          name="amount"
          label={t('jury.field.amount')}
          value={values?.amount ?? own?.typedAmount}
          fault={fault('amount')}
          optional
        />
        {above || values?.auDela ? (
          <label className="check">
            <input type="checkbox" name="auDela" value="oui" defaultChecked={values?.auDela === 'oui'} />
            <span>{t('mended.keepAbove')}</span>
          </label>
        ) : null}
      </fieldset>
      {note}
      <p className="small muted">{t('jury.review.final')}</p>
      <div className="row">
        <ConfirmSubmit
          label={t('jury.review.handIn')}
          question={t('mended.handInQuestion')}
          consequence={t('mended.handInConsequence')}
          name="intent"
          value="remettre"
          main
        />
        <button className="btn" type="submit" name="intent" value="garder" disabled={saving}>
          {t('jury.review.keep')}
        </button>
      </div>
      <LeaveWarning />
    </Form>
  )
}
