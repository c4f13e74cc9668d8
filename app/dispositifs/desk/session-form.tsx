import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { REGIONS } from '#packages/referentials/regions.ts'
import { TIME_ZONES, townOf } from '#packages/referentials/time-zones.ts'
import { STEPS } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { JURIES } from '#server/dispositifs/session/session.schema.ts'
import { Boxes } from '../../ui/boxes.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import type { SessionFaults, SessionValues } from './session-values.server.ts'

/** When a call is open, for which actions, with how much, and by which steps its dossiers go. */
export function SessionForm(props: {
  values: SessionValues
  faults: SessionFaults
  overtaken?: boolean
  version?: number
  cancel: string
  submit: string
}) {
  const { values, faults, overtaken, version, cancel, submit } = props
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: keyof SessionValues) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = (Object.keys(values) as (keyof SessionValues)[]).filter((name) => faults[name])
  const input = (name: 'name' | 'year' | 'retentionMonths' | 'opensAt' | 'closesAt', type: string) => (
    <Field
      name={name}
      label={t(`session.field.${name}`)}
      hint={t(`session.hint.${name}`)}
      fault={fault(name)}
    >
      {(attributes) => (
        <input {...attributes} type={type} name={name} defaultValue={values[name]} autoComplete="off" />
      )}
    </Field>
  )
  const day = (name: 'actionsFrom' | 'actionsTo') => (
    <DateField
      name={name}
      label={t(`session.field.${name}`)}
      value={values[name]}
      fault={fault(name)}
      optional
    />
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`session.field.${name}`) }))}
        refusal={faults}
      />
      {overtaken ? (
        <p className="notice bad" role="alert">
          {t('overtaken')}
        </p>
      ) : null}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('session.section.call')}</legend>
        <div className="three">
          {input('name', 'text')}
          {input('year', 'number')}
        </div>
        <div className="three">
          {input('opensAt', 'datetime-local')}
          {input('closesAt', 'datetime-local')}
        </div>
        <Field
          name="timeZone"
          label={t('session.field.timeZone')}
          hint={t('session.hint.timeZone')}
          fault={fault('timeZone')}
        >
          {(attributes) => (
            <select {...attributes} name="timeZone" defaultValue={values.timeZone}>
              {TIME_ZONES.map((zone) => (
                <option key={zone} value={zone}>
                  {t(`zone.${townOf(zone)}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('session.section.actions')}</legend>
        <div className="three">
          {day('actionsFrom')}
          {day('actionsTo')}
        </div>
        <details open={values.alsoRegions.length > 0} id="alsoRegions">
          <summary>{t('session.field.alsoRegions')}</summary>
          <p className="small muted">{t('session.hint.alsoRegions')}</p>
          <Boxes
            name="alsoRegions"
            chosen={values.alsoRegions}
            choices={REGIONS.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </details>
        <MoneyField
          name="envelope"
          label={t('session.field.envelope')}
          hint={t('session.hint.envelope')}
          value={values.envelope}
          fault={fault('envelope')}
          optional
        />
      </fieldset>
      <fieldset className="card stack" id="steps">
        <legend>{t('session.section.steps')}</legend>
        <p className="small muted">{t('session.hint.steps')}</p>
        {fault('steps') ? <p className="fault">{fault('steps')}</p> : null}
        <div className="check-grid">
          {STEPS.map((step) => (
            <label key={step} className="check">
              <input type="checkbox" name="steps" value={step} defaultChecked={values.steps.includes(step)} />
              <span>{t(`step.${step}`)}</span>
            </label>
          ))}
        </div>
        <Field name="jury" label={t('session.field.jury')} fault={fault('jury')}>
          {(attributes) => (
            <select {...attributes} name="jury" defaultValue={values.jury}>
              {JURIES.map((jury) => (
                <option key={jury} value={jury}>
                  {t(`jury.${jury}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {input('retentionMonths', 'number')}
      </fieldset>
      <div className="row">
        <button className="btn primary" type="submit" disabled={saving}>
          {submit}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
      </div>
      <LeaveWarning />
    </Form>
  )
}
