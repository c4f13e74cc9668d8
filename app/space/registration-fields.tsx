import { useTranslation } from 'react-i18next'
import { CommuneField } from '../crm/commune-field.tsx'
import type { formChoices } from '../crm/organisation-choices.server.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import type { RegistrationFaults, RegistrationTyped } from './registration-form.server.ts'

type Props = {
  typed?: RegistrationTyped
  faults: RegistrationFaults
  types: ReturnType<typeof formChoices>['types']
}

const ORDER = [
  'name',
  'type',
  'commune',
  'siren',
  'rna',
  'website',
  'description',
  'contactName',
  'contactEmail',
  'contactFunction',
  'message',
] as const

export function RegistrationFields({ typed, faults, types }: Props) {
  const { t } = useTranslation('space')
  const wrong = ORDER.filter((name) => faults[name])
  const label = (name: keyof RegistrationTyped) => t(`registration.${name}`)
  const faultText = (name: keyof RegistrationTyped) => {
    const fault = faults[name]
    return fault ? t(`faults.${fault.code}`, { choices: fault.choices?.join(', ') }) : undefined
  }
  const text = (
    name: keyof RegistrationTyped,
    options: { type?: string; must?: boolean; hint?: string } = {},
  ) => (
    <Field
      label={label(name)}
      name={name}
      hint={options.hint}
      fault={faultText(name)}
      optional={!options.must}
    >
      {(attributes) => (
        <input {...attributes} type={options.type ?? 'text'} name={name} defaultValue={typed?.[name]} />
      )}
    </Field>
  )
  const long = (name: 'description' | 'message', rows: number) => (
    <Field label={label(name)} name={name} fault={faultText(name)} optional>
      {(attributes) => <textarea {...attributes} name={name} rows={rows} defaultValue={typed?.[name]} />}
    </Field>
  )
  return (
    <>
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: label(name) }))}
        refusal={faults}
      />
      <fieldset className="card stack">
        <legend>{t('register.theOrganisation')}</legend>
        {text('name', { must: true })}
        <Field label={label('type')} name="type" fault={faultText('type')}>
          {(attributes) => (
            <select {...attributes} name="type" defaultValue={typed?.type ?? ''}>
              <option value="">{t('register.choose')}</option>
              {types.map((type) => (
                <optgroup key={type.key} label={type.label}>
                  {type.subkinds.map((subkind) => (
                    <option key={subkind.key} value={subkind.key}>
                      {subkind.label}
                    </option>
                  ))}
                  <option value={type.key}>{t('crm:unspecified', { type: type.label })}</option>
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <CommuneField value={typed?.commune ?? ''} fault={faultText('commune')} />
        {text('siren', { hint: t('registration.numberHint') })}
        {text('rna', { hint: t('registration.numberHint') })}
        {text('website', { type: 'url' })}
        {long('description', 5)}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('register.you')}</legend>
        {text('contactName', { must: true })}
        {text('contactEmail', { type: 'email', must: true })}
        {text('contactFunction')}
        {long('message', 3)}
      </fieldset>
    </>
  )
}
