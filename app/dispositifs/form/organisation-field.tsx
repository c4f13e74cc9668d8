import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { KnownParts } from './known-parts.tsx'
import { SuggestedText } from './suggested-text.tsx'

/** One that the network knows, or a name that its team will look for. */
export function OrganisationField({ field }: FieldProps) {
  const { name, typed, label, hint, fault, wanted } = useField(field)
  const { sources } = useFilling()
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Field name={name} label={label} hint={hint ?? t('form.organisationHint')} fault={fault}>
        {(attributes) => (
          <SuggestedText
            attributes={{ ...attributes, ...wanted, 'data-field': name }}
            name={`${name}.name`}
            value={typed.one(`${name}.name`)}
            source={sources.organisations}
          />
        )}
      </Field>
      <KnownParts name={name} parts={['id', 'of']} />
    </>
  )
}
