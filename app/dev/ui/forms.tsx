import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { DateRange } from '../../ui/date-range.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { FileField, UploadForm } from '../../ui/file-field.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { LongWork } from '../../ui/long-work.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { MultiSearch, MultiSelect } from '../../ui/multi-select.tsx'
import { PeopleGrid } from '../../ui/people-grid.tsx'
import { SavedState } from '../../ui/saved-state.tsx'
import type { Sample } from './sample.server.ts'
import { Section } from './section.tsx'

type Refusal = { values: { name: string; amount: string }; faults: ('name' | 'amount')[] }

export function Forms(props: {
  sample: Pick<Sample, 'choices' | 'range' | 'today' | 'done'>
  refused: Refusal | null
}) {
  const { sample, refused } = props
  const { t } = useTranslation('dev')
  const { choices, range, today } = sample
  const faults = refused?.faults ?? []
  const fault = (name: 'name' | 'amount', text: string) => (faults.includes(name) ? text : undefined)
  return (
    <>
      <Section name="forms">
        <Form method="post" action="/dev/ui" className="card stack form" noValidate preventScrollReset>
          <ErrorSummary
            title={t('form.faults', { count: faults.length })}
            faults={faults.map((name) => ({ name, label: t(`form.${name}`) }))}
            refusal={refused}
          />
          <Field
            name="name"
            label={t('form.name')}
            hint={t('form.nameHint')}
            fault={fault('name', t('form.fault'))}
          >
            {(attributes) => <input {...attributes} name="name" defaultValue={refused?.values.name} />}
          </Field>
          <MoneyField
            name="amount"
            label={t('form.amount')}
            value={refused?.values.amount}
            fault={fault('amount', t('form.amountFault'))}
          />
          <div className="row">
            <button className="btn primary" type="submit" name="intent" value="enregistrer">
              {t('form.save')}
            </button>
            <LeaveWarning />
          </div>
        </Form>
        <div className="row">
          <SavedState state="typing" />
          <SavedState state="saving" />
          <SavedState state="saved" at="14:32" />
          <SavedState state="failed" />
        </div>
      </Section>
      <Section name="choices">
        <Form method="post" className="card stack form">
          <MultiSelect
            name="countries"
            label={t('countries')}
            hint={t('pickHint')}
            groups={choices.countries}
            chosen={['SN', 'TG']}
          />
          <MultiSelect name="sectors" label={t('sectors')} groups={choices.sectors} chosen={[]} />
          <MultiSelect name="sdgs" label={t('sdgs')} groups={choices.sdgs} chosen={['6']} />
          <MultiSearch
            name="communes"
            label={t('communes')}
            source="/communes"
            chosen={['Secondigny (79130)']}
          />
        </Form>
      </Section>
      <Section name="dates">
        <Form method="get" className="card stack form" preventScrollReset>
          <DateRange legend={t('range')} names={{ from: 'du', to: 'au' }} values={range} today={today} />
          <DateField name="jour" label={t('day')} value="2026-01-15" fault={t('dayFault')} />
          <button className="btn" type="submit">
            {t('table.apply')}
          </button>
        </Form>
      </Section>
      <Section name="people">
        <Form method="post" className="card form">
          <PeopleGrid
            name="people"
            caption={t('people.caption')}
            rows={[
              { key: 'women', label: t('people.women') },
              { key: 'men', label: t('people.men') },
              { key: 'unknown', label: t('people.unknown') },
            ]}
            columns={[
              { key: 'young', label: t('people.young') },
              { key: 'adult', label: t('people.adult') },
              { key: 'older', label: t('people.older') },
            ]}
            counts={{ women: { young: '12', adult: '31' }, men: { young: '9', adult: '1204' } }}
          />
        </Form>
      </Section>
      <Files done={sample.done} />
    </>
  )
}

function Files({ done }: { done: string | null }) {
  const { t } = useTranslation('dev')
  return (
    <Section name="files">
      <div className="card">
        {done === 'fichier' ? (
          <p className="notice ok" role="status">
            {t('file.received')}
          </p>
        ) : null}
        <UploadForm action="/dev/ui">
          {(sending) => (
            <>
              <FileField
                name="fichier"
                label={t('file.label')}
                accept=".pdf"
                kinds={t('file.kinds')}
                mostBytes={5_000_000}
              />
              <input type="hidden" name="intent" value="fichier" />
              <button className="btn" type="submit" disabled={sending}>
                {t('file.send')}
              </button>
            </>
          )}
        </UploadForm>
      </div>
      <div className="card stack">
        <LongWork label={t('file.import')} state="running" done={820} total={1325} />
        <LongWork label={t('file.stats')} state="running" />
        <LongWork label={t('file.export')} state="done">
          <a href="#files">{t('file.download')}</a>
        </LongWork>
        <LongWork label={t('file.export')} state="failed">
          <a href="#files">{t('file.again')}</a>
        </LongWork>
        <LongWork label={t('file.import')} state="waiting" />
      </div>
    </Section>
  )
}
