import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import { KeptTyping } from '../ui/kept-typing.tsx'
import { LeaveWarning } from '../ui/leave-warning.tsx'
import { MultiSelect } from '../ui/multi-select.tsx'
import { CommuneField } from './commune-field.tsx'
import { FaultSummary } from './fault-summary.tsx'
import type { Faults, FormValues, formChoices } from './organisation-form.server.ts'

type FormProps = {
  values: FormValues
  faults: Faults
  choices: ReturnType<typeof formChoices>
  version?: number
  cancel: string
  children?: ReactNode
}

/** The whole record on one page, in the order people know it: what it is, where, what it does. */
export function OrganisationForm({ values, faults, choices, version, cancel, children }: FormProps) {
  const { t } = useTranslation('crm')
  const saving = useNavigation().state !== 'idle'
  const text = (
    name: keyof FormValues,
    options: { hint?: string; type?: string; optional?: boolean } = {},
  ) => (
    <Field
      label={t(`field.${name}`)}
      name={name}
      hint={options.hint}
      fault={faultText(name)}
      optional={options.optional ?? true}
    >
      {(attributes) => (
        <input
          {...attributes}
          type={options.type ?? 'text'}
          name={name}
          defaultValue={values[name] as string}
        />
      )}
    </Field>
  )
  const faultText = (name: keyof FormValues) => {
    const fault = faults[name]
    return fault ? t(`faults.${fault.code}`, { choices: fault.choices?.join(', ') }) : undefined
  }
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <FaultSummary faults={faults} />
      {children}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('section.identity')}</legend>
        {text('name', { optional: false })}
        {text('acronym')}
        <Field
          name="aliases"
          label={t('field.aliases')}
          hint={t('hint.aliases')}
          fault={faultText('aliases')}
          optional
        >
          {(attributes) => <textarea {...attributes} name="aliases" rows={2} defaultValue={values.aliases} />}
        </Field>
        <Field name="type" label={t('field.type')} fault={faultText('type')}>
          {(attributes) => (
            <select {...attributes} name="type" defaultValue={values.type}>
              <option value="">{t('choose')}</option>
              {choices.types.map((type) => (
                <optgroup key={type.key} label={type.label}>
                  {type.subkinds.map((subkind) => (
                    <option key={subkind.key} value={subkind.key}>
                      {subkind.label}
                    </option>
                  ))}
                  <option value={type.key}>{t('unspecified', { type: type.label })}</option>
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <div className="three">
          {text('siren', { hint: t('hint.siren') })}
          {text('siret', { hint: t('hint.siret') })}
          {text('rna', { hint: t('hint.rna') })}
        </div>
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.place')}</legend>
        {text('address')}
        <CommuneField value={values.commune} fault={faultText('commune')} />
        {text('website', { hint: t('hint.website') })}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.activity')}</legend>
        <Field
          name="description"
          label={t('field.description')}
          hint={t('hint.description')}
          fault={faultText('description')}
          optional
        >
          {(attributes) => (
            <textarea {...attributes} name="description" rows={6} defaultValue={values.description} />
          )}
        </Field>
        <MultiSelect
          name="sectors"
          label={t('field.sectors')}
          groups={choices.sectors}
          chosen={values.sectors}
          fault={faultText('sectors')}
        />
        <MultiSelect
          name="countries"
          label={t('field.countries')}
          hint={t('hint.countries')}
          groups={choices.countries}
          chosen={values.countries}
          fault={faultText('countries')}
        />
        <MultiSelect
          name="sdgs"
          label={t('field.sdgs')}
          groups={choices.sdgs}
          chosen={values.sdgs}
          fault={faultText('sdgs')}
        />
      </fieldset>
      <div className="row actions">
        <button className="btn primary" type="submit" disabled={saving}>
          {saving ? t('saving') : t('save')}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
        <LeaveWarning />
      </div>
    </Form>
  )
}
