import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { INTAKES } from '#server/dispositifs/dispositif/dispositif.schema.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import type { DispositifFaults, DispositifValues } from './dispositif-values.server.ts'

const LINES = ['code', 'name', 'funder', 'intakeUrl'] as const
const AREAS = { aliases: 3, summary: 3, body: 8, legalText: 3, contact: 3 } as const
type Area = keyof typeof AREAS

/** What a dispositif is, for the team and for the public; its form, rules and grid are elsewhere. */
export function DispositifForm(props: {
  values: DispositifValues
  faults: DispositifFaults
  overtaken?: boolean
  version?: number
  cancel: string
  submit: string
}) {
  const { values, faults, overtaken, version, cancel, submit } = props
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: keyof DispositifValues) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = (Object.keys(values) as (keyof DispositifValues)[]).filter((name) => faults[name])
  const line = (name: (typeof LINES)[number], optional = false) => (
    <Field
      name={name}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      fault={fault(name)}
      optional={optional}
    >
      {(attributes) => <input {...attributes} name={name} defaultValue={values[name]} autoComplete="off" />}
    </Field>
  )
  const area = (name: Area) => (
    <Field name={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)} fault={fault(name)} optional>
      {(attributes) => (
        <textarea {...attributes} name={name} rows={AREAS[name]} defaultValue={values[name]} />
      )}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`field.${name}`) }))}
        refusal={faults}
      />
      {overtaken ? (
        <p className="notice bad" role="alert">
          {t('overtaken')}
        </p>
      ) : null}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('section.what')}</legend>
        <div className="three">
          {line('code')}
          {line('funder', true)}
        </div>
        {line('name')}
        {area('aliases')}
        {area('summary')}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.intake')}</legend>
        <Field name="intake" label={t('field.intake')} fault={fault('intake')}>
          {(attributes) => (
            <select {...attributes} name="intake" defaultValue={values.intake}>
              {INTAKES.map((intake) => (
                <option key={intake} value={intake}>
                  {t(`intake.${intake}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {line('intakeUrl', true)}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.public')}</legend>
        {area('body')}
        {area('legalText')}
        {area('contact')}
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
