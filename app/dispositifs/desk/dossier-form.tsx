import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Choice } from '../../ui/choice-search.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MultiSearch } from '../../ui/multi-select.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import type { Sources } from '../form/filling.ts'
import { FormSections } from '../form/form-sections.tsx'
import type { DossierFaults, DossierValues } from './dossier-values.server.ts'
import { Meanwhile, type Theirs } from './meanwhile.tsx'

const ORDER = ['holders', 'sponsors', 'externalNumber', 'externalStatus', 'assigneeId'] as const
const NONE = {}

/** Of an answer that was refused. */
export type RefusedDossier = {
  values: DossierValues
  faults: DossierFaults
  answers: Record<string, unknown>
  answerFaults: Record<string, string>
  rows: Record<string, number>
  known: Choice[]
  /** Of a dossier that somebody else saved since the page was opened. */
  version?: number
  seen?: Record<string, string>
  theirs?: Theirs | null
}

/** A dossier as the team writes it: whose it is and where it stands elsewhere, then the form of its session. */
export function DossierForm(props: {
  values: DossierValues
  answers: Record<string, unknown>
  definition: FormDefinition
  sources: Sources
  source: string
  known: Choice[]
  team: { id: string; name: string }[]
  intake: 'elsewhere' | 'here'
  hasSponsor: boolean
  isNew?: boolean
  version?: number
  /** What the page showed when it was opened. */
  seen?: Record<string, string>
  refused?: RefusedDossier
  cancel: string
  submit: string
}) {
  const { definition, sources, source, team, intake, hasSponsor, isNew, refused } = props
  const version = refused?.version ?? props.version
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const values = refused?.values ?? props.values
  const faults: DossierFaults = refused?.faults ?? NONE
  const known = [...props.known, ...(refused?.known ?? [])]
  const fault = (name: keyof DossierValues) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const line = (name: 'externalNumber' | 'externalStatus') => (
    <Field name={name} label={t(`field.${name}`)} fault={fault(name)} optional>
      {(attributes) => <input {...attributes} name={name} defaultValue={values[name]} autoComplete="off" />}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      <ErrorSummary
        title={t('refused', { count: wrong.length })}
        faults={wrong.map((name) => ({ name, label: t(`field.${name}`) }))}
        refusal={refused}
      />
      <FaultSummary definition={definition} faults={refused?.answerFaults ?? NONE} refusal={refused} />
      {refused?.theirs ? <Meanwhile theirs={refused.theirs} team={team} /> : null}
      {version === undefined ? null : (
        <>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="bases" value={JSON.stringify(refused?.seen ?? props.seen)} />
        </>
      )}
      <fieldset key={`about ${version}`} className="card stack">
        <legend>{t('dossier.about')}</legend>
        <MultiSearch
          name="holders"
          label={t('field.holders')}
          hint={t('hint.holders')}
          source={source}
          chosen={values.holders}
          known={known}
          fault={fault('holders')}
        />
        {hasSponsor ? (
          <MultiSearch
            name="sponsors"
            label={t('field.sponsors')}
            source={source}
            chosen={values.sponsors}
            known={known}
            fault={fault('sponsors')}
          />
        ) : null}
        {intake === 'elsewhere' ? (
          <div className="three">
            {line('externalNumber')}
            {line('externalStatus')}
          </div>
        ) : null}
        {isNew && intake === 'elsewhere' ? (
          <label className="check">
            <input type="checkbox" name="deposited" value="oui" defaultChecked={values.deposited} />
            <span>{t('dossier.deposited')}</span>
          </label>
        ) : null}
        <Field name="assigneeId" label={t('field.assigneeId')} fault={fault('assigneeId')} optional>
          {(attributes) => (
            <select {...attributes} name="assigneeId" defaultValue={values.assigneeId}>
              <option value="">{t('nobody')}</option>
              {team.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </fieldset>
      <FormSections
        key={`answers ${version}`}
        definition={definition}
        answers={refused?.answers ?? props.answers}
        faults={refused?.answerFaults ?? NONE}
        rows={refused?.rows}
        sources={sources}
        refusal={refused}
      />
      <div className="row actions">
        <button className="btn primary" type="submit" disabled={saving}>
          {props.submit}
        </button>
        <Link className="btn quiet" to={props.cancel}>
          {t('cancel')}
        </Link>
      </div>
      <LeaveWarning />
    </Form>
  )
}
