import { Form, Link, useNavigation } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Choice } from '../../ui/choice-search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { MultiSearch } from '../../ui/multi-select.tsx'
import { AskedTwice } from '../asked-twice.tsx'
import type { Doubt } from '../doubt.ts'
import { FaultSummary } from '../form/fault-summary.tsx'
import type { Sources } from '../form/filling.ts'
import { FormSections } from '../form/form-sections.tsx'
import type { DossierFaults, DossierValues } from './dossier-values.server.ts'
import { Meanwhile, type Theirs } from './meanwhile.tsx'
import type { NewStructure } from './new-structure.server.ts'
import { NewStructureFields } from './new-structure.tsx'

const ORDER = [
  ...(['holders', 'sponsors', 'externalNumber', 'externalStatus', 'depositedOn'] as const),
  ...(['depositedTime', 'assigneeId', 'reason'] as const),
]
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
  /** What the whole is refused for, where no field says so. */
  code?: string | null
  doubts?: Doubt[]
  seenDoubts?: string
  structure?: NewStructure
  made?: string
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
  /** What a structure may be, for whoever may make one; null for others. */
  kinds?: Choice[] | null
  /** The funder has decided: what changes needs a reason. */
  decided?: boolean
  version?: number
  /** What the page showed when it was opened. */
  seen?: Record<string, string>
  refused?: RefusedDossier
  cancel: string
  submit: string
}) {
  const { definition, sources, source, team, intake, hasSponsor, isNew, refused, kinds } = props
  const box = useRef<HTMLDetailsElement>(null)
  const version = refused?.version ?? props.version
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const values = refused?.values ?? props.values
  const faults: DossierFaults = refused?.faults ?? NONE
  const known = [...props.known, ...(refused?.known ?? [])]
  const fault = (name: keyof DossierValues) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = ORDER.filter((name) => faults[name])
  const offer = (role: string) =>
    kinds
      ? { label: t('dossier.structure.create'), act: (typed: string) => begin(box.current, typed, role) }
      : undefined
  const line = (name: 'externalNumber' | 'externalStatus') => (
    <Field name={name} label={t(`field.${name}`)} fault={fault(name)} optional>
      {(attributes) => <input {...attributes} name={name} defaultValue={values[name]} autoComplete="off" />}
    </Field>
  )
  return (
    <Form method="post" className="stack form" noValidate>
      <KeptTyping />
      {/* Enter in a field saves: a form is sent by its first button. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {props.submit}
      </button>
      {refused?.code ? (
        <p className="notice bad" role="alert">
          {t(`faults.${refused.code}`)}
        </p>
      ) : null}
      <AskedTwice doubts={refused?.doubts ?? []} seen={refused?.seenDoubts ?? ''} />
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
      <fieldset key={`about ${version} ${refused?.made ?? ''}`} className="card stack">
        <legend>{t('dossier.about')}</legend>
        <MultiSearch
          name="holders"
          label={t('field.holders')}
          hint={t('hint.holders')}
          source={source}
          chosen={values.holders}
          known={known}
          fault={fault('holders')}
          none={offer('holders')}
        />
        {hasSponsor ? (
          <MultiSearch
            name="sponsors"
            label={t('field.sponsors')}
            source={source}
            chosen={values.sponsors}
            known={known}
            fault={fault('sponsors')}
            none={offer('sponsors')}
          />
        ) : null}
        {refused?.made ? (
          <p className="notice ok" role="status">
            {t('dossier.structure.chosen')}
          </p>
        ) : null}
        {kinds ? (
          <NewStructureFields
            kinds={kinds}
            communes={sources.communes}
            hasSponsor={hasSponsor}
            asked={refused?.structure}
            box={box}
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
        {isNew && intake === 'elsewhere' ? (
          <div className="halved">
            <DateField
              name="depositedOn"
              label={t('field.depositedOn')}
              hint={t('hint.depositedOn')}
              value={values.depositedOn}
              fault={fault('depositedOn')}
              optional
            />
            <Field
              name="depositedTime"
              label={t('field.depositedTime')}
              hint={t('hint.depositedTime')}
              fault={fault('depositedTime')}
              optional
            >
              {(attributes) => (
                <input
                  {...attributes}
                  className="date"
                  type="time"
                  name="depositedTime"
                  defaultValue={values.depositedTime}
                />
              )}
            </Field>
          </div>
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
      {props.decided ? (
        <section className="card stack" aria-labelledby="pourquoi">
          <h2 id="pourquoi">{t('dossier.decided.title')}</h2>
          <p className="notice">{t('dossier.decided.told')}</p>
          <Field
            name="reason"
            label={t('field.reason')}
            hint={t('hint.reason')}
            fault={fault('reason')}
            optional
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="reason"
                rows={3}
                maxLength={2000}
                defaultValue={values.reason}
              />
            )}
          </Field>
        </section>
      ) : null}
      <div className="row actions">
        <button className="btn primary" type="submit" disabled={saving}>
          {refused?.doubts ? t('asks.confirm') : props.submit}
        </button>
        <Link className="btn quiet" to={props.cancel}>
          {t('cancel')}
        </Link>
      </div>
      <LeaveWarning />
    </Form>
  )
}

/** From a search that found nothing to the fields of what it looked for. */
function begin(box: HTMLDetailsElement | null, typed: string, role: string) {
  if (!box) return
  box.open = true
  const inside = (name: string) => box.querySelector<HTMLInputElement>(`[name="structure.${name}"]`)
  const [name, asked] = [inside('name'), inside('role')]
  if (asked) asked.value = role
  if (name) {
    name.value = typed
    name.focus()
  }
}
