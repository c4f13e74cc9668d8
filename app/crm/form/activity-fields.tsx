import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import type { FormChoices } from '../organisation-choices.server.ts'
import { FoldedPart } from './folded-part.tsx'
import { useFilled } from './text-field.tsx'

/** What it does, where and on what. */
export function ActivityFields({ choices }: { choices: FormChoices }) {
  const { t } = useTranslation('crm')
  const { values, faultText, fresh, holds } = useFilled()
  const open = !fresh || holds('description', 'sectors', 'countries', 'sdgs')
  return (
    <FoldedPart title={t('section.activity')} about={t('folded.activity')} open={open}>
      <Field
        name="description"
        label={t('field.description')}
        hint={t('hint.description')}
        fault={faultText('description')}
        optional
      >
        {(attributes) => (
          <textarea {...attributes} name="description" rows={6} defaultValue={values.description} />
        )}
      </Field>
      {(['sectors', 'countries', 'sdgs'] as const).map((name) => (
        <MultiSelect
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={name === 'countries' ? t('hint.countries') : undefined}
          groups={choices[name]}
          chosen={values[name]}
          fault={faultText(name)}
        />
      ))}
    </FoldedPart>
  )
}
