import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Boxes } from '../../ui/boxes.tsx'
import type { Choice } from '../../ui/choice-search.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import type { SittingValues, SittingWarning } from './sitting-values.server.ts'

const ORDER = [
  'name',
  'startsAt',
  'place',
  'link',
  'quorum',
  'sessions',
  'instructors',
  'chair',
  'guests',
] as const
const NONE: Record<string, string> = {}

/** When and where a jury meets, about what, and who sits in it. */
export function SittingForm(props: {
  values: SittingValues
  faults?: Record<string, string>
  warnings: SittingWarning[]
  /** When it was to start as the page was opened: a day that is over is no news of it. */
  before: string
  choices: { sessions: Choice[]; people: Choice[] }
  version?: number
  cancel: string
  submit: string
}) {
  const { values, faults = NONE, warnings, before, choices, version, cancel, submit } = props
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const input = (name: 'name' | 'startsAt' | 'place' | 'link' | 'quorum', type: string, optional = false) => (
    <Field name={name} label={t(`jury.sitting.field.${name}`)} fault={fault(name)} optional={optional}>
      {(attributes) => (
        <input {...attributes} type={type} name={name} defaultValue={values[name]} autoComplete="off" />
      )}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`jury.sitting.field.${name}`) }))}
        refusal={faults}
      />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('jury.sitting.when')}</legend>
        {input('name', 'text')}
        <div className="three">
          {input('startsAt', 'datetime-local')}
          {input('place', 'text', true)}
          {input('link', 'url', true)}
        </div>
        <input type="hidden" name="avant" value={before} />
        {warnings.length > 0 ? (
          <div className="notice" role="alert">
            {warnings.map((warning) => (
              <p key={warning}>{t(`jury.sitting.warn.${warning}`)}</p>
            ))}
            <input type="hidden" name="averti" value={values.startsAt} />
          </div>
        ) : null}
      </fieldset>
      <fieldset className="card stack" id="sessions">
        <legend>{t('jury.sitting.field.sessions')}</legend>
        {fault('sessions') ? <p className="fault">{fault('sessions')}</p> : null}
        <Boxes name="sessions" choices={choices.sessions} chosen={values.sessions} />
      </fieldset>
      <fieldset className="card stack" id="instructors">
        <legend>{t('jury.sitting.field.instructors')}</legend>
        <p className="small muted">{t('jury.sitting.hint.instructors')}</p>
        {fault('instructors') ? <p className="fault">{fault('instructors')}</p> : null}
        <Boxes name="instructors" choices={choices.people} chosen={values.instructors} />
        <Field name="chair" label={t('jury.sitting.field.chair')} fault={fault('chair')} optional>
          {(attributes) => (
            <select {...attributes} name="chair" defaultValue={values.chair}>
              <option value="">{t('nobody')}</option>
              {choices.people.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="guests"
          label={t('jury.sitting.field.guests')}
          hint={t('jury.sitting.hint.guests')}
          fault={fault('guests')}
          optional
        >
          {(attributes) => <textarea {...attributes} name="guests" rows={3} defaultValue={values.guests} />}
        </Field>
        {input('quorum', 'number')}
      </fieldset>
      <div className="row">
        <button className="btn primary" type="submit" disabled={saving}>
          {warnings.length > 0 ? t('asks.confirm') : submit}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
      </div>
      <LeaveWarning />
    </Form>
  )
}
