import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OUTREACH_KINDS } from '#server/dispositifs/outreach/outreach.schema.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { type RefusedForm, useRefused } from '../follow-up/refusal.tsx'

export type ActionValues = {
  kind: string
  happenedOn: string
  title: string
  place: string
  people: string
  organisations: string
  note: string
  dispositifs: string[]
  colleagues: string[]
}

type Choice = { id: string; label: string }

/** What was done, when and where, for which dispositifs, and whom it reached: counted, and never named. */
export function ActionForm(props: {
  values: ActionValues
  schemes: Choice[]
  team: Choice[]
  version?: number
  refused: RefusedForm
  ticked?: { dispositifs: string[]; colleagues: string[] }
  cancel: string
}) {
  const { values, schemes, team, version, refused, ticked, cancel } = props
  const { t } = useTranslation('dispositifs')
  const { typed, fault } = useRefused(refused, 'action')
  const boxes = (name: 'dispositifs' | 'colleagues', choices: Choice[]) => {
    const chosen = ticked?.[name] ?? values[name]
    return (
      <fieldset className="stack" id={name}>
        <legend>{t(`follow.outreach.field.${name}`)}</legend>
        {choices.map(({ id, label }) => (
          <label key={id} className="row">
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
            <span>{label}</span>
          </label>
        ))}
        {fault(name) ? <p className="fault">{fault(name)}</p> : null}
      </fieldset>
    )
  }
  const count = (name: 'people' | 'organisations') => (
    <Field name={name} label={t(`follow.outreach.field.${name}`)} fault={fault(name)} optional>
      {(attributes) => (
        <input
          {...attributes}
          name={name}
          inputMode="numeric"
          defaultValue={typed(name, values[name])}
          autoComplete="off"
        />
      )}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <Field name="kind" label={t('follow.outreach.field.kind')} fault={fault('kind')}>
        {(attributes) => (
          <select {...attributes} name="kind" defaultValue={typed('kind', values.kind)}>
            {OUTREACH_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`follow.outreach.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="title" label={t('follow.outreach.field.title')} fault={fault('title')}>
        {(attributes) => (
          <input {...attributes} name="title" maxLength={200} defaultValue={typed('title', values.title)} />
        )}
      </Field>
      <DateField
        name="happenedOn"
        label={t('follow.outreach.field.happenedOn')}
        value={typed('happenedOn', values.happenedOn)}
        fault={fault('happenedOn')}
      />
      <Field name="place" label={t('follow.outreach.field.place')} fault={fault('place')} optional>
        {(attributes) => (
          <input {...attributes} name="place" maxLength={200} defaultValue={typed('place', values.place)} />
        )}
      </Field>
      {boxes('dispositifs', schemes)}
      {count('people')}
      {count('organisations')}
      {boxes('colleagues', team)}
      <Field name="note" label={t('follow.field.note')} fault={fault('note')} optional>
        {(attributes) => (
          <textarea
            {...attributes}
            name="note"
            rows={4}
            maxLength={5000}
            defaultValue={typed('note', values.note)}
          />
        )}
      </Field>
      <div className="row">
        <button className="btn primary" type="submit" name="intent" value="garder">
          {t('save')}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}
