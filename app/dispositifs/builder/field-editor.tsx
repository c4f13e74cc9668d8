import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACTS, FIELD_TYPES, type FieldType } from '#server/dispositifs/form/form.schema.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { ConditionEditor } from './condition-editor.tsx'

type Props = {
  of: string
  seen: string
  earlier: { key: string; label: string }[]
  typed: Record<string, string>
  faults: Record<string, string>
}

/** What each type has besides its label; without script all of them are shown, and those of others ignored. */
const TEXTS: readonly string[] = ['title', 'short_text', 'long_text']
const BOUNDED: readonly string[] = ['number', 'money']
const COUNTED: readonly string[] = ['choices', 'countries', 'sectors', 'sdgs', 'partners', 'file']
const CHOSEN: readonly string[] = ['choice', 'choices']

export function FieldEditor({ of, seen, earlier, typed, faults }: Props) {
  const { t } = useTranslation('dispositifs')
  const [type, setType] = useState(typed.type as FieldType)
  const hydrated = useHydrated()
  const has = (types: readonly string[]) => !hydrated || types.includes(type)
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const line = (name: string, hint?: string, optional = true) => (
    <Field
      name={name}
      label={t(`papers.builder.${name}`)}
      hint={hint}
      fault={fault(name)}
      optional={optional}
    >
      {(attributes) => <input {...attributes} name={name} defaultValue={typed[name]} autoComplete="off" />}
    </Field>
  )
  const area = (name: string, rows: number, hint?: string) => (
    <Field name={name} label={t(`papers.builder.${name}`)} hint={hint} fault={fault(name)} optional>
      {(attributes) => <textarea {...attributes} name={name} rows={rows} defaultValue={typed[name]} />}
    </Field>
  )
  return (
    <>
      <Form method="post" className="stack" noValidate>
        <Summary faults={faults} />
        <input type="hidden" name="vu" value={seen} />
        <div className="three">
          {line('label_fr', undefined, false)}
          {line('label_en', t('papers.builder.englishHint'))}
        </div>
        <div className="three">
          {area('help_fr', 2)}
          {area('help_en', 2)}
        </div>
        <Field name="type" label={t('papers.builder.typeLabel')} fault={fault('type')}>
          {(attributes) => (
            <select
              {...attributes}
              name="type"
              defaultValue={typed.type}
              onChange={({ target }) => setType(target.value as FieldType)}
            >
              {FIELD_TYPES.map((one) => (
                <option key={one} value={one}>
                  {t(`papers.builder.type.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="required" value="oui" defaultChecked={typed.required === 'oui'} />
          <span>{t('papers.builder.requiredField')}</span>
        </label>
        {has(TEXTS) ? line('maxLength') : null}
        {has([...BOUNDED, ...COUNTED]) ? (
          <div className="three">
            {has(BOUNDED) ? line('min') : null}
            {line('max', t('papers.builder.maxHint'))}
          </div>
        ) : null}
        {has(CHOSEN) ? area('choices', 6, t('papers.builder.choicesHint')) : null}
        <ConditionEditor earlier={earlier} typed={typed} fault={fault('condition_value')} />
        <Field
          name="fact"
          label={t('papers.builder.fact')}
          hint={t('papers.builder.factHint')}
          fault={fault('fact')}
          optional
        >
          {(attributes) => (
            <select {...attributes} name="fact" defaultValue={typed.fact}>
              <option value="">{t('papers.builder.noFact')}</option>
              {FACTS.map((one) => (
                <option key={one} value={one}>
                  {t(`papers.builder.facts.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="identifies" value="oui" defaultChecked={typed.identifies === 'oui'} />
          <span>{t('papers.builder.identifies')}</span>
        </label>
        <p className="row">
          <button className="btn primary" type="submit" name="acte" value={`champ:${of}`}>
            {t('papers.builder.keep')}
          </button>
        </p>
      </Form>
      <Remove what="champ" of={of} seen={seen} />
    </>
  )
}

export function SectionEditor({ of, seen, earlier, typed, faults }: Props) {
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const line = (name: string, hint?: string) => (
    <Field name={name} label={t(`papers.builder.${name}`)} hint={hint} fault={fault(name)}>
      {(attributes) => <textarea {...attributes} name={name} rows={2} defaultValue={typed[name]} />}
    </Field>
  )
  return (
    <>
      <Form method="post" className="stack" noValidate>
        <Summary faults={faults} />
        <input type="hidden" name="vu" value={seen} />
        <div className="three">
          {line('title_fr')}
          {line('title_en', t('papers.builder.englishHint'))}
        </div>
        <div className="three">
          {line('intro_fr')}
          {line('intro_en')}
        </div>
        <ConditionEditor earlier={earlier} typed={typed} fault={fault('condition_value')} />
        <p className="row">
          <button className="btn primary" type="submit" name="acte" value={`rubrique:${of}`}>
            {t('papers.builder.keep')}
          </button>
        </p>
      </Form>
      <Remove what="rubrique" of={of} seen={seen} />
    </>
  )
}

function Summary({ faults }: { faults: Record<string, string> }) {
  const { t } = useTranslation('dispositifs')
  const names = Object.keys(faults)
  return (
    <ErrorSummary
      title={t('refused', { count: names.length })}
      faults={names.map((name) => ({ name, label: t(`papers.builder.${name}`) }))}
      refusal={faults}
    />
  )
}

function Remove({ what, of, seen }: { what: 'champ' | 'rubrique'; of: string; seen: string }) {
  const { t } = useTranslation('dispositifs')
  return (
    <Form method="post">
      <input type="hidden" name="vu" value={seen} />
      <ConfirmSubmit
        label={t(`papers.builder.remove.${what}`)}
        question={t(`papers.builder.removeAsk.${what}`)}
        consequence={t('papers.builder.removeMeans')}
        name="acte"
        value={`${what}-retirer:${of}`}
        danger
        small
      />
    </Form>
  )
}
