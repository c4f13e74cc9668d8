import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import type { RulesWorkshop } from './rules-builder.tsx'

/** What each kind asks for; all the others have nothing of their own. */
const LINES: Record<string, string[]> = {
  ages: ['min', 'max'],
  head_count: ['min', 'max'],
  budget_share: ['share'],
  amount_ceiling: ['ceiling', 'elsewhere'],
  action_days: ['min', 'max'],
  files_per_holder: ['max'],
}

type Props = {
  /** Empty: a new one. */
  of: string
  page: Pick<RulesWorkshop, 'seen' | 'documents' | 'kinds'>
  typed: Record<string, string>
  lists: Record<string, string[]>
  faults: Record<string, string>
}

export function RuleEditor({ of, page, typed, lists, faults }: Props) {
  const { t } = useTranslation('dispositifs')
  const kind = typed.kind ?? ''
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const label = (name: string) => t(`papers.builder.rule.${name}`)
  const line = (name: string, type = 'text') => (
    <Field key={name} name={name} label={label(name)} fault={fault(name)}>
      {(attributes) => (
        <input {...attributes} type={type} name={name} defaultValue={typed[name]} autoComplete="off" />
      )}
    </Field>
  )
  const area = (name: string, hint?: string) => (
    <Field name={name} label={label(name)} hint={hint} fault={fault(name)}>
      {(attributes) => <textarea {...attributes} name={name} rows={3} defaultValue={typed[name]} />}
    </Field>
  )
  const boxes = (name: 'documents' | 'kinds') => (
    <fieldset className="choices" id={name}>
      <legend>{label(name)}</legend>
      {page[name].length === 0 ? <p className="muted">{t('papers.builder.rule.noDocument')}</p> : null}
      {page[name].map((one) => (
        <label className="check" key={one.key}>
          <input
            type="checkbox"
            name={name}
            value={one.key}
            defaultChecked={lists[name]?.includes(one.key)}
          />
          <span>{one.label}</span>
        </label>
      ))}
      {fault(name) ? <p className="fault">{fault(name)}</p> : null}
    </fieldset>
  )
  const names = Object.keys(faults)
  return (
    <>
      <Form method="post" className="stack" noValidate>
        <ErrorSummary
          title={t('refused', { count: names.length })}
          faults={names.map((name) => ({ name, label: label(name) }))}
          refusal={faults}
        />
        <input type="hidden" name="vu" value={page.seen} />
        <input type="hidden" name="kind" value={kind} />
        {kind === 'head_count' ? (
          <Field name="of" label={label('of')} fault={fault('of')}>
            {(attributes) => (
              <select {...attributes} name="of" defaultValue={typed.of}>
                {(['french', 'foreign', 'all'] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`papers.builder.rule.whom.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {LINES[kind] ? <div className="three">{LINES[kind].map((name) => line(name))}</div> : null}
        {kind === 'amount_ceiling' ? area('departments', t('papers.builder.rule.departmentsHint')) : null}
        {kind === 'action_dates' ? (
          <>
            <p className="small muted">{t('papers.builder.rule.datesHint')}</p>
            <div className="three">
              {line('from', 'date')}
              {line('to', 'date')}
            </div>
          </>
        ) : null}
        {kind === 'documents' ? boxes('documents') : null}
        {kind === 'holder_kinds' ? boxes('kinds') : null}
        {kind === 'countries' ? (
          <>
            {area('countries', t('papers.builder.rule.countriesHint'))}
            <label className="check">
              <input type="checkbox" name="oda" value="oui" defaultChecked={typed.oda === 'oui'} />
              <span>{label('oda')}</span>
            </label>
          </>
        ) : null}
        <div className="three">
          {area('why_fr', t('papers.builder.rule.whyHint'))}
          {area('why_en', t('papers.builder.englishHint'))}
        </div>
        <div className="three">
          {line('source')}
          {line('url')}
        </div>
        <div className="three">
          {line('source_from', 'date')}
          {line('source_until', 'date')}
        </div>
        <label className="check">
          <input type="checkbox" name="blocking" value="oui" defaultChecked={typed.blocking === 'oui'} />
          <span>{label('blocking')}</span>
        </label>
        <p className="row">
          <button className="btn primary" type="submit" name="acte" value={`regle:${of}`}>
            {t('papers.builder.keep')}
          </button>
          <Link className="btn quiet" to="?">
            {t('cancel')}
          </Link>
        </p>
      </Form>
      {of ? (
        <Form method="post">
          <input type="hidden" name="vu" value={page.seen} />
          <ConfirmSubmit
            label={t('papers.builder.remove.regle')}
            question={t('papers.builder.removeAsk.regle')}
            consequence={t('papers.builder.removeMeans')}
            name="acte"
            value={`regle-retirer:${of}`}
            danger
            small
          />
        </Form>
      ) : null}
    </>
  )
}
