import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OPINIONS } from '#server/dispositifs/sitting/sitting.schema.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { AskedTwice } from '../asked-twice.tsx'
import type { Doubt } from '../doubt.ts'
import type { OpinionValues } from './opinion-values.ts'

const MORE = 2
const ORDER = ['opinion', 'amount', 'reasons', 'conditions'] as const

/** What the jury says of a file, on what conditions, and who left the room for it. */
export function OpinionForm(props: {
  values: OpinionValues
  faults: Record<string, string>
  doubts: Doubt[]
  seen: string
  members: { id: string; name: string; barred: boolean; left: boolean }[]
  quorum: number
  version: number
  next: string | null
  cancel: string
}) {
  const { values, faults, doubts, seen, members, quorum, version, next, cancel } = props
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const rows = [...values.conditions, ...Array.from({ length: MORE }, () => ({ text: '', dueOn: '' }))]
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`jury.item.field.${name}`) }))}
        refusal={faults}
      />
      <input type="hidden" name="version" value={version} />
      {next ? <input type="hidden" name="suivant" value={next} /> : null}
      <fieldset className="card stack" id="opinion">
        <legend>{t('jury.item.field.opinion')}</legend>
        {fault('opinion') ? <p className="fault">{fault('opinion')}</p> : null}
        <div className="check-grid">
          {OPINIONS.map((opinion) => (
            <label key={opinion} className="check">
              <input
                type="radio"
                name="opinion"
                value={opinion}
                defaultChecked={values.opinion === opinion}
              />
              <span>{t(`jury.opinion.${opinion}`)}</span>
            </label>
          ))}
        </div>
        <MoneyField
          name="amount"
          label={t('jury.field.amount')}
          value={values.amount}
          fault={fault('amount')}
          optional
        />
        <Field
          name="reasons"
          label={t('jury.item.field.reasons')}
          hint={t('jury.hint.reasons')}
          fault={fault('reasons')}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              name="reasons"
              rows={4}
              maxLength={5000}
              defaultValue={values.reasons}
            />
          )}
        </Field>
      </fieldset>
      <fieldset className="card stack" id="conditions">
        <legend>{t('jury.item.field.conditions')}</legend>
        <p className="small muted">{t('jury.hint.conditions')}</p>
        {fault('conditions') ? <p className="fault">{fault('conditions')}</p> : null}
        {rows.map((row, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
          <div className="row" key={nth}>
            <label className="grow">
              <span className="field-label">{t('jury.item.condition', { nth: nth + 1 })}</span>
              <input name="reserve" maxLength={1000} defaultValue={row.text} />
            </label>
            <label>
              <span className="field-label">{t('jury.item.conditionDue', { nth: nth + 1 })}</span>
              <input type="date" className="date" name="echeance" defaultValue={row.dueOn} />
            </label>
          </div>
        ))}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('jury.item.room')}</legend>
        <p className="small muted">{t('jury.item.roomLead', { quorum })}</p>
        <div className="check-grid">
          {members.map(({ id, name, barred, left }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                name="sorti"
                value={id}
                defaultChecked={barred || left || values.left.includes(id)}
                disabled={barred}
              />
              <span>
                {name}
                {barred ? ` – ${t('jury.item.barred')}` : ''}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <AskedTwice doubts={doubts} seen={seen} />
      <div className="row">
        <button
          className="btn primary"
          type="submit"
          name="intent"
          value={next ? 'suivant' : 'noter'}
          disabled={saving}
        >
          {doubts.length > 0 ? t('asks.confirm') : t(next ? 'jury.item.saveNext' : 'jury.item.save')}
        </button>
        {next && doubts.length === 0 ? (
          <button className="btn" type="submit" name="intent" value="noter" disabled={saving}>
            {t('jury.item.save')}
          </button>
        ) : null}
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
      </div>
      <LeaveWarning />
    </Form>
  )
}
