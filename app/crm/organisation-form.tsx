import { Form, Link, useNavigation } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeptTyping } from '../ui/kept-typing.tsx'
import { LeaveWarning } from '../ui/leave-warning.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { ActivityFields } from './form/activity-fields.tsx'
import { IdentityFields } from './form/identity-fields.tsx'
import { LookupGiven } from './form/lookup-answer.tsx'
import { PlaceFields } from './form/place-fields.tsx'
import { ReachFields } from './form/reach-fields.tsx'
import { FormFilled } from './form/text-field.tsx'
import type { Lookup } from './lookup.server.ts'
import type { FormChoices } from './organisation-choices.server.ts'
import type { Faults, FormValues } from './organisation-form.server.ts'

type FormProps = {
  values: FormValues
  faults: Faults
  choices: FormChoices
  version?: number
  cancel: string
  /** Under the name: what it may already be. */
  afterName?: ReactNode
  /** What a public register answered, when one was asked. */
  lookup?: Lookup | null
  /** The network's own fields. */
  own?: ReactNode
  children?: ReactNode
}

/** The whole record on one page, in the order people know it: what it is, where, how to reach it, what it does. */
export function OrganisationForm({
  values,
  faults,
  choices,
  version,
  cancel,
  lookup = null,
  afterName,
  own,
  children,
}: FormProps) {
  const { t } = useTranslation('crm')
  const { state, formData } = useNavigation()
  const saving = state !== 'idle' && !formData?.has('intent') && !formData?.has('proposition')
  return (
    <Form method="post" className="stack form" noValidate>
      {/* Enter in a field saves: it does not press the first button of a section. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <KeptTyping />
      <FaultSummary faults={faults} />
      {children}
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <FormFilled.Provider value={{ values, faults, fresh: version === undefined }}>
        <LookupGiven.Provider value={lookup}>
          {/* Filled by a register, the fields are drawn anew on what they now hold. */}
          <Fragment key={JSON.stringify(lookup?.filled ?? null)}>
            <IdentityFields choices={choices} afterName={afterName} />
            <PlaceFields choices={choices} />
            <ReachFields />
            <ActivityFields choices={choices} />
          </Fragment>
        </LookupGiven.Provider>
      </FormFilled.Provider>
      {own}
      <div className="row actions">
        <button className="btn primary" type="submit" disabled={saving}>
          {saving ? t('saving') : t('save')}
        </button>
        <Link className="btn quiet" to={cancel}>
          {t('cancel')}
        </Link>
        <LeaveWarning />
      </div>
    </Form>
  )
}
