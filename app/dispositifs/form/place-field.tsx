import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { Options } from './choice-fields.tsx'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { Grouped } from './grouped.tsx'
import { KnownParts } from './known-parts.tsx'
import { SuggestedText } from './suggested-text.tsx'

/** A French commune is found by its name; anywhere else, a town and its country. */
export function PlaceField({ field }: FieldProps) {
  const { name, typed, label, hint, fault } = useField(field)
  const { sources } = useFilling()
  const { t } = useTranslation('dispositifs')
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault}>
      <div className="halved">
        <Field label={t('form.place.label')} hint={t('form.place.hint')}>
          {(attributes) => (
            <SuggestedText
              attributes={attributes}
              name={`${name}.label`}
              value={typed.one(`${name}.label`)}
              source={sources.communes}
            />
          )}
        </Field>
        <Field label={t('form.place.country')} hint={t('form.place.countryHint')}>
          {(attributes) => (
            <select {...attributes} name={`${name}.country`} defaultValue={typed.one(`${name}.country`)}>
              <option value="">{t('form.choose')}</option>
              <Options groups={sources.countries} />
            </select>
          )}
        </Field>
      </div>
      <KnownParts name={name} parts={['insee', 'department', 'of']} />
    </Grouped>
  )
}
