import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { KeptTyping } from '../ui/kept-typing.tsx'
import { LeaveWarning } from '../ui/leave-warning.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { MultiSearch, MultiSelect } from '../ui/multi-select.tsx'
import type { formChoices } from './project-form.server.ts'
import { FundingLines, PartnerLines } from './project-form-lines.tsx'
import { type Faults, FIELD_ORDER, type FormValues } from './project-form-values.ts'

type FormProps = {
  values: FormValues
  faults: Faults
  choices: ReturnType<typeof formChoices>
  /** Where organisations of the network are searched. */
  source: string
  version?: number
  cancel: string
  children?: ReactNode
  /** In a member's own form: who holds it, which is not theirs to change. */
  holders?: string[]
  /** Without those of a project that another organisation leads. */
  amounts?: 'all' | 'band' | 'none'
  /** In place of the usual button. */
  actions?: ReactNode
}

/** The whole project on one page: what, who, where, about what, with which means. */
export function ProjectForm(props: FormProps) {
  const {
    values,
    faults,
    choices,
    source,
    version,
    cancel,
    children,
    holders,
    actions,
    amounts = 'all',
  } = props
  const { t } = useTranslation('projects')
  const saving = useNavigation().state !== 'idle'
  const faultText = (name: keyof FormValues) => {
    const fault = faults[name]
    return fault ? t(`faults.${fault.code}`, { choices: fault.choices?.join(', ') }) : undefined
  }
  const named = (name: keyof FormValues) => ({
    name,
    label: t(`field.${name}`),
    fault: faultText(name),
  })
  const text = (name: 'title' | 'place' | 'point', hint?: string, optional = true) => (
    <Field {...named(name)} hint={hint} optional={optional}>
      {(attributes) => <input {...attributes} name={name} defaultValue={values[name]} autoComplete="off" />}
    </Field>
  )
  const long = (name: 'summary' | 'body' | 'results', rows: number, hint?: string) => (
    <Field {...named(name)} hint={hint} optional>
      {(attributes) => <textarea {...attributes} name={name} rows={rows} defaultValue={values[name]} />}
    </Field>
  )
  const refused = FIELD_ORDER.filter((name) => faults[name])
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: refused.length })}
        faults={refused.map((name) => ({ name, label: t(`field.${name}`) }))}
        refusal={faults}
      />
      {children}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <fieldset className="card stack">
        <legend>{t('section.what')}</legend>
        {text('title', undefined, false)}
        {long('summary', 2, t('hint.summary'))}
        <div className="three">
          <Field {...named('status')}>
            {(attributes) => (
              <select {...attributes} name="status" defaultValue={values.status}>
                {choices.statuses.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <DateField {...named('startedOn')} value={values.startedOn} optional />
          <DateField {...named('endedOn')} value={values.endedOn} optional />
        </div>
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.who')}</legend>
        {holders ? (
          <p>
            <span className="field-label">{t('field.holders')}</span> {holders.join(', ')}
          </p>
        ) : (
          <>
            <MultiSearch
              {...named('holders')}
              hint={t('hint.holders')}
              chosen={values.holders}
              source={source}
            />
            <MultiSearch
              {...named('partnersHere')}
              hint={t('hint.partnersHere')}
              chosen={values.partnersHere}
              source={source}
            />
          </>
        )}
        <PartnerLines rows={values.partnersThere} choices={choices} fault={faultText('partnersThere')} />
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.where')}</legend>
        <MultiSelect
          {...named('countries')}
          hint={t('hint.countries')}
          groups={choices.countries}
          chosen={values.countries}
        />
        <label className="check">
          <input
            type="checkbox"
            id="countryOnly"
            name="countryOnly"
            defaultChecked={values.countryOnly}
            aria-invalid={faults.countryOnly ? true : undefined}
          />
          <span>
            {t('field.countryOnly')}
            <span className="small muted">{t('hint.countryOnly')}</span>
            {faults.countryOnly ? <span className="fault">{faultText('countryOnly')}</span> : null}
          </span>
        </label>
        <div className="three">
          {text('place', t('hint.place'))}
          {text('point', t('hint.point'))}
        </div>
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.about')}</legend>
        <MultiSelect {...named('sectors')} groups={choices.sectors} chosen={values.sectors} />
        <MultiSelect {...named('sdgs')} groups={choices.sdgs} chosen={values.sdgs} />
        {long('body', 8, t('hint.body'))}
        {long('results', 5)}
      </fieldset>
      <fieldset className="card stack">
        <legend>{t('section.means')}</legend>
        <div className="three">
          {amounts === 'all' ? (
            <MoneyField {...named('budget')} value={values.budget} hint={t('hint.budget')} optional />
          ) : (
            <p className="small muted">{t('space:projects.amounts')}</p>
          )}
          {amounts === 'none' ? null : (
            <Field {...named('budgetBand')} hint={t('hint.budgetBand')} optional>
              {(attributes) => (
                <select {...attributes} name="budgetBand" defaultValue={values.budgetBand}>
                  <option value="">{t('unsaid')}</option>
                  {choices.bands.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </div>
        <FundingLines rows={values.funding} amounts={amounts === 'all'} fault={faultText('funding')} />
        {holders ? null : (
          <Field {...named('visibility')}>
            {(attributes) => (
              <select {...attributes} name="visibility" defaultValue={values.visibility}>
                <option value="public">{t('visibility.public')}</option>
                <option value="team">{t('visibility.team')}</option>
              </select>
            )}
          </Field>
        )}
      </fieldset>
      <div className="row actions">
        {actions ?? (
          <button className="btn primary" type="submit" disabled={saving}>
            {saving ? t('saving') : t('save')}
          </button>
        )}
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
        <LeaveWarning />
      </div>
    </Form>
  )
}
