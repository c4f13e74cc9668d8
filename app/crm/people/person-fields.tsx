import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { OrganisationField } from '../organisation-field.tsx'
import type { PersonChoices, PersonFaults, PersonValues, PositionValues } from './person-form.server.ts'

export const PersonFaultsGiven = createContext<PersonFaults>({})

function useFault() {
  const { t } = useTranslation('crm')
  const faults = useContext(PersonFaultsGiven)
  return (name: keyof PersonFaults) => {
    const fault = faults[name]
    return fault ? t(`faults.${fault.code}`) : undefined
  }
}

type TextProps = {
  name: keyof PersonFaults
  value: string
  type?: string
  hint?: string
  optional?: boolean
}

function Text({ name, value, type = 'text', hint, optional = true }: TextProps) {
  const { t } = useTranslation('crm')
  return (
    <Field
      name={name}
      label={t(`person.field.${name}`)}
      hint={hint}
      fault={useFault()(name)}
      optional={optional}
    >
      {(attributes) => (
        <input {...attributes} type={type} name={name} defaultValue={value} autoComplete="off" />
      )}
    </Field>
  )
}

export function PersonFields({ values, choices }: { values: PersonValues; choices: PersonChoices }) {
  const { t } = useTranslation('crm')
  const fault = useFault()
  return (
    <>
      <fieldset className="card stack">
        <legend>{t('person.section.who')}</legend>
        <div className="three">
          <Text name="givenName" value={values.givenName} />
          <Text name="familyName" value={values.familyName} optional={false} />
        </div>
        <div className="three">
          <Text name="email" value={values.email} type="email" />
          <Text name="phone" value={values.phone} type="tel" />
        </div>
        <MultiSelect
          name="languages"
          label={t('person.field.languages')}
          groups={choices.languages}
          chosen={values.languages}
          fault={fault('languages')}
        />
        <Text name="topics" value={values.topics} hint={t('person.hint.topics')} />
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('person.section.rights')}</legend>
        <p className="small muted">{t('person.hint.rights')}</p>
        <Field name="legalBasis" label={t('person.field.legalBasis')} fault={fault('legalBasis')}>
          {(attributes) => (
            <select {...attributes} name="legalBasis" defaultValue={values.legalBasis}>
              {choices.legalBases.map((basis) => (
                <option key={basis} value={basis}>
                  {t(`person.basis.${basis}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Text name="dataOrigin" value={values.dataOrigin} hint={t('person.hint.dataOrigin')} />
        <div className="three">
          <DateField
            name="consentedOn"
            label={t('person.field.consentedOn')}
            value={values.consentedOn}
            fault={fault('consentedOn')}
            optional
          />
          <DateField
            name="lastContactOn"
            label={t('person.field.lastContactOn')}
            hint={t('person.hint.lastContactOn')}
            value={values.lastContactOn}
            fault={fault('lastContactOn')}
            optional
          />
        </div>
      </fieldset>
    </>
  )
}

/** What somebody does somewhere. `where`: the organisation is known already. */
export function PositionFields({
  values,
  choices,
  children,
}: {
  values: PositionValues
  choices: Pick<PersonChoices, 'standings'>
  children?: ReactNode
}) {
  const { t } = useTranslation('crm')
  const faults = useContext(PersonFaultsGiven)
  const fault = useFault()
  return (
    <>
      {children}
      <OrganisationField
        name="organisation"
        label={t('person.field.organisation')}
        value={values.organisation}
        chosen={values.organisationId}
        fault={fault('organisation')}
        homonyms={faults.organisation?.homonyms}
      />
      <div className="three">
        <Text name="function" value={values.function} hint={t('person.hint.function')} />
        <Field name="standing" label={t('person.field.standing')} fault={fault('standing')}>
          {(attributes) => (
            <select {...attributes} name="standing" defaultValue={values.standing || 'staff'}>
              {choices.standings.map((standing) => (
                <option key={standing} value={standing}>
                  {t(`person.standing.${standing}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Text name="service" value={values.service} hint={t('person.hint.service')} />
      </div>
      <div className="three">
        <DateField
          name="startedOn"
          label={t('person.field.startedOn')}
          value={values.startedOn}
          fault={fault('startedOn')}
          optional
        />
        <DateField
          name="endedOn"
          label={t('person.field.endedOn')}
          value={values.endedOn}
          fault={fault('endedOn')}
          optional
        />
      </div>
    </>
  )
}

/** As the form goes down the page. */
const ORDER = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'languages',
  'topics',
  'legalBasis',
  'dataOrigin',
  'consentedOn',
  'lastContactOn',
  'organisation',
  'function',
  'standing',
  'service',
  'startedOn',
  'endedOn',
] as const

export function PersonFaultSummary({ faults }: { faults: PersonFaults }) {
  const { t } = useTranslation('crm')
  const names = ORDER.filter((name) => faults[name])
  return (
    <ErrorSummary
      title={t('refused', { count: names.length })}
      faults={names.map((name) => ({ name, label: t(`person.field.${name}`) }))}
      refusal={faults}
    />
  )
}
