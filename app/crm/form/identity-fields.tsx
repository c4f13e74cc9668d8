import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import type { FormChoices } from '../organisation-choices.server.ts'
import { OrganisationField } from '../organisation-field.tsx'
import { FormerNames } from './former-names.tsx'
import { LookupPart } from './lookup-answer.tsx'
import { TextField, useFilled } from './text-field.tsx'

/** What it is: its names, its kind, its numbers, what it is a branch of. */
export function IdentityFields({ choices, afterName }: { choices: FormChoices; afterName?: ReactNode }) {
  const { t } = useTranslation('crm')
  const { values, faults, faultText, holds } = useFilled()
  return (
    <fieldset className="card stack">
      <legend>{t('section.identity')}</legend>
      <TextField name="name" optional={false} />
      {afterName}
      <TextField name="acronym" />
      <Field name="type" label={t('field.type')} fault={faultText('type')}>
        {(attributes) => (
          <select {...attributes} name="type" defaultValue={values.type}>
            <option value="">{t('choose')}</option>
            {choices.types.map((type) => (
              <optgroup key={type.key} label={type.label}>
                {type.subkinds.map((subkind) => (
                  <option key={subkind.key} value={subkind.key}>
                    {subkind.label}
                  </option>
                ))}
                <option value={type.key}>{t('unspecified', { type: type.label })}</option>
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <div className="three">
        <TextField name="siren" hint={t('hint.siren')} />
        <TextField name="siret" hint={t('hint.siret')} />
        <TextField name="rna" hint={t('hint.rna')} />
      </div>
      <LookupPart of="companies" offered={choices.lookups.companies} />
      {/* Rarely known when a record is made: folded until it holds something. */}
      <details className="stack" open={holds('aliases', 'formerNames', 'parent')}>
        <summary>{t('folded.names')}</summary>
        <Field
          name="aliases"
          label={t('field.aliases')}
          hint={t('hint.aliases')}
          fault={faultText('aliases')}
          optional
        >
          {(attributes) => <textarea {...attributes} name="aliases" rows={2} defaultValue={values.aliases} />}
        </Field>
        <FormerNames values={values.formerNames} fault={faultText('formerNames')} />
        <OrganisationField
          name="parent"
          label={t('field.parent')}
          hint={t('hint.parent')}
          value={values.parent}
          chosen={values.parentId}
          fault={faultText('parent')}
          homonyms={faults.parent?.homonyms}
          optional
        />
      </details>
    </fieldset>
  )
}
