import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ownPageField } from '#server/crm/page/page.ts'
import { CommuneField } from '../crm/commune-field.tsx'
import type { formChoices } from '../crm/organisation-choices.server.ts'
import { OwnInput } from '../crm/own-field/own-input.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { KeptTyping } from '../ui/kept-typing.tsx'
import { LeaveWarning } from '../ui/leave-warning.tsx'
import { MultiSelect } from '../ui/multi-select.tsx'
import type { OwnPart, PageFaults, PageTyped } from './page-form.server.ts'

type Choices = Pick<ReturnType<typeof formChoices>, 'countries' | 'sectors' | 'sdgs'>
type Props = {
  values: PageTyped
  own: OwnPart
  faults: PageFaults
  note: string
  stamp: string
  choices: Choices
  /** What somebody else wrote in a field meanwhile, by field. */
  overtaken: Record<string, string>
  children: ReactNode
  /** The buttons, whoever fills it in. */
  actions: ReactNode
  cancel: string
  noteLabel: string
}

const ORDER = [
  'name',
  'acronym',
  'description',
  'commune',
  'address',
  'website',
  'email',
  'phone',
  'sectors',
  'countries',
  'sdgs',
] as const

/** The page of an organisation as those who know it fill it in. */
export function PageForm(props: Props) {
  const { values, own, faults, note, stamp, choices, overtaken, children, actions, cancel, noteLabel } = props
  const { t } = useTranslation('space')
  const busy = useNavigation().state !== 'idle'
  const wrong = [
    ...ORDER.filter((name) => faults[name]).map((name) => ({
      name: name as string,
      label: t(`field.${name}`),
    })),
    ...own.fields
      .filter((field) => faults[ownPageField(field)])
      .map(({ key, label }) => ({ name: `champ.${key}`, label })),
  ]
  const faultText = (name: keyof PageFaults) => {
    const fault = faults[name]
    return fault ? t(`faults.${fault.code}`, { choices: fault.choices?.join(', ') }) : undefined
  }
  const meanwhile = (name: string) =>
    overtaken[name] === undefined ? null : (
      <p className="notice small">{t('fieldMeanwhile', { value: overtaken[name] || t('empty') })}</p>
    )
  const text = (name: 'name' | 'acronym' | 'address' | 'website' | 'email' | 'phone', type = 'text') => (
    <div>
      <Field
        label={t(`field.${name}`)}
        name={name}
        hint={name === 'email' || name === 'phone' ? t(`hint.${name}`) : undefined}
        fault={faultText(name)}
        optional={name !== 'name'}
      >
        {(attributes) => <input {...attributes} type={type} name={name} defaultValue={values[name]} />}
      </Field>
      {meanwhile(name)}
    </div>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary title={t('refused', { count: wrong.length })} faults={wrong} refusal={faults} />
      {children}
      <input type="hidden" name="stamp" value={stamp} />
      <fieldset className="card stack">
        <legend>{t('section.identity')}</legend>
        {text('name')}
        {text('acronym')}
        <Field
          name="description"
          label={t('field.description')}
          hint={t('hint.description')}
          fault={faultText('description')}
          optional
        >
          {(attributes) => (
            <textarea {...attributes} name="description" rows={8} defaultValue={values.description} />
          )}
        </Field>
        {meanwhile('description')}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.contact')}</legend>
        <CommuneField value={values.commune} fault={faultText('commune')} />
        {meanwhile('commune')}
        {text('address')}
        <div>
          <label className="row">
            <input
              type="checkbox"
              name="seatPrivate"
              value="oui"
              defaultChecked={values.seatPrivate === 'oui'}
            />
            {t('field.seatPrivate')}
          </label>
          <p className="small muted">{t('hint.seatPrivate')}</p>
        </div>
        {text('website', 'url')}
        {text('email', 'email')}
        {text('phone', 'tel')}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.activity')}</legend>
        {(['sectors', 'countries', 'sdgs'] as const).map((name) => (
          <div key={name}>
            <MultiSelect
              name={name}
              label={t(`field.${name}`)}
              groups={choices[name]}
              chosen={values[name]}
              fault={faultText(name)}
            />
            {meanwhile(name)}
          </div>
        ))}
      </fieldset>
      {own.fields.length > 0 ? (
        <fieldset className="card stack">
          <legend>{t('section.own')}</legend>
          {own.fields.map((field) => {
            const fault = faults[ownPageField(field)]
            return (
              <div key={field.key}>
                <OwnInput
                  field={field}
                  name={`champ.${field.key}`}
                  typed={own.typed[field.key] ?? []}
                  fault={fault ? t(`crm:faults.${fault.code}`) : undefined}
                />
                {meanwhile(ownPageField(field))}
              </div>
            )
          })}
        </fieldset>
      ) : null}
      <Field label={noteLabel} name="note" optional>
        {(attributes) => (
          <textarea {...attributes} name="note" rows={3} maxLength={2000} defaultValue={note} />
        )}
      </Field>
      <div className="row actions" aria-busy={busy}>
        {actions}
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
        <LeaveWarning />
      </div>
    </Form>
  )
}
