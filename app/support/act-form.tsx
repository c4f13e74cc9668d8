import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, FAMILIES, KINDS } from '#server/support/act/act.ts'
import type { Choice } from '../ui/choice-search.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { KeptTyping } from '../ui/kept-typing.tsx'
import { LeaveWarning } from '../ui/leave-warning.tsx'
import { MultiSearch } from '../ui/multi-select.tsx'
import type { ActFaults, ActValues } from './act-form.server.ts'

const ORDER = [
  'organisations',
  'happenedOn',
  'minutes',
  'kind',
  'channel',
  'topic',
  'projectId',
  'agreed',
  'note',
  'nextStep',
  'nextOn',
] as const

type FormProps = {
  values: ActValues
  faults: ActFaults
  known: Choice[]
  projects: { id: string; title: string }[]
  /** Where organisations are looked for. */
  source: string
  today: string
  version?: number
  cancel: string
  children?: ReactNode
}

/** An act of support: what anybody can fill in a minute, in the order it comes to mind. */
export function ActForm(props: FormProps) {
  const { values, faults, known, projects, source, today, version, cancel, children } = props
  const { t } = useTranslation('support')
  const saving = useNavigation().state !== 'idle'
  const fault = (name: keyof ActValues) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const long = (name: 'agreed' | 'note', rows: number) => (
    <Field name={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)} fault={fault(name)} optional>
      {(attributes) => <textarea {...attributes} name={name} rows={rows} defaultValue={values[name]} />}
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
      {children}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('section.act')}</legend>
        <MultiSearch
          name="organisations"
          label={t('field.organisations')}
          source={source}
          chosen={values.organisations}
          known={known}
          fault={fault('organisations')}
        />
        <div className="three">
          <DateField
            name="happenedOn"
            label={t('field.happenedOn')}
            value={values.happenedOn}
            max={today}
            fault={fault('happenedOn')}
          />
          <Field name="minutes" label={t('field.minutes')} hint={t('hint.minutes')} fault={fault('minutes')}>
            {(attributes) => (
              <input {...attributes} name="minutes" defaultValue={values.minutes} autoComplete="off" />
            )}
          </Field>
          <Field name="channel" label={t('field.channel')} fault={fault('channel')} optional>
            {(attributes) => (
              <select {...attributes} name="channel" defaultValue={values.channel}>
                <option value="">{t('unsaid')}</option>
                {CHANNELS.map((channel) => (
                  <option key={channel} value={channel}>
                    {t(`channel.${channel}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field name="kind" label={t('field.kind')} hint={t('hint.kind')} fault={fault('kind')}>
          {(attributes) => <KindSelect {...attributes} value={values.kind} empty={t('choose')} />}
        </Field>
        <Field name="topic" label={t('field.topic')} hint={t('hint.topic')} fault={fault('topic')} optional>
          {(attributes) => <input {...attributes} name="topic" defaultValue={values.topic} maxLength={200} />}
        </Field>
        {projects.length > 0 ? (
          <Field name="projectId" label={t('field.projectId')} fault={fault('projectId')} optional>
            {(attributes) => (
              <select {...attributes} name="projectId" defaultValue={values.projectId}>
                <option value="">{t('noProject')}</option>
                {projects.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.after')}</legend>
        {long('agreed', 4)}
        {long('note', 3)}
        <Field
          name="nextStep"
          label={t('field.nextStep')}
          hint={t('hint.nextStep')}
          fault={fault('nextStep')}
          optional
        >
          {(attributes) => <input {...attributes} name="nextStep" defaultValue={values.nextStep} />}
        </Field>
        <DateField
          name="nextOn"
          label={t('field.nextOn')}
          value={values.nextOn}
          fault={fault('nextOn')}
          optional
        />
      </fieldset>
      <div className="row actions">
        <button className="btn primary" type="submit" disabled={saving}>
          {t('save')}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
        <LeaveWarning />
      </div>
    </Form>
  )
}

/** Every kind under its family. */
export function KindSelect(props: { value: string; empty: string; id?: string; as?: string }) {
  const { value, empty, as = 'kind', ...attributes } = props
  const { t } = useTranslation('support')
  return (
    <select {...attributes} name={as} defaultValue={value}>
      <option value="">{empty}</option>
      {FAMILIES.map((family) => (
        <optgroup key={family} label={t(`family.${family}`)}>
          {KINDS[family].map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
