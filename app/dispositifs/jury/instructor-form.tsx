import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Boxes } from '../../ui/boxes.tsx'
import type { Choice, ChoiceGroup } from '../../ui/choice-search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MultiSearch, MultiSelect } from '../../ui/multi-select.tsx'
import type { InstructorValues } from './instructor-values.server.ts'

const NONE: Record<string, string> = {}
const ORDER = [
  'name',
  'email',
  'organisations',
  'organisationName',
  'sectors',
  'countries',
  'publics',
  'most',
  'trainedOn',
] as const

/** Somebody of the pool: who they are, where from, and what they know. */
export function InstructorForm(props: {
  values: InstructorValues
  faults?: Record<string, string>
  choices: { sectors: ChoiceGroup[]; countries: ChoiceGroup[]; publics: Choice[] }
  known: Choice[]
  source: string
  version?: number
  cancel: string
  submit: string
}) {
  const { values, faults = NONE, choices, known, source, version, cancel, submit } = props
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const input = (name: 'name' | 'email' | 'organisationName' | 'most', type: string, optional = false) => (
    <Field
      name={name}
      label={t(`jury.field.${name}`)}
      hint={t(`jury.hint.${name}`)}
      fault={fault(name)}
      optional={optional}
    >
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          name={name}
          defaultValue={values[name]}
          autoComplete="off"
          readOnly={name === 'email' && version !== undefined}
        />
      )}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`jury.field.${name}`) }))}
        refusal={faults}
      />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('jury.pool.who')}</legend>
        {input('name', 'text')}
        {input('email', 'email')}
        <MultiSearch
          name="organisations"
          label={t('jury.field.organisations')}
          hint={t('jury.hint.organisations')}
          source={source}
          chosen={values.organisations}
          known={known}
          fault={fault('organisations')}
        />
        {input('organisationName', 'text', true)}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('jury.pool.knows')}</legend>
        <p className="small muted">{t('jury.hint.knows')}</p>
        <MultiSelect
          name="sectors"
          label={t('jury.field.sectors')}
          chosen={values.sectors}
          groups={choices.sectors}
        />
        <MultiSelect
          name="countries"
          label={t('jury.field.countries')}
          chosen={values.countries}
          groups={choices.countries}
        />
        <fieldset className="choices">
          <legend>{t('jury.field.publics')}</legend>
          <Boxes name="publics" choices={choices.publics} chosen={values.publics} />
        </fieldset>
        {input('most', 'number', true)}
        <DateField
          name="trainedOn"
          label={t('jury.field.trainedOn')}
          value={values.trainedOn}
          fault={fault('trainedOn')}
          optional
        />
      </fieldset>
      <div className="row">
        <button className="btn primary" type="submit" name="intent" value="enregistrer" disabled={saving}>
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
