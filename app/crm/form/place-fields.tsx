import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { CommuneField } from '../commune-field.tsx'
import type { FormChoices } from '../organisation-choices.server.ts'
import { LookupPart } from './lookup-answer.tsx'
import { TextField, useFilled } from './text-field.tsx'

/** Where it is: a commune in France, elsewhere a country and a town; a home is told by its commune alone. */
export function PlaceFields({ choices }: { choices: FormChoices }) {
  const { t } = useTranslation('crm')
  const { values, faultText } = useFilled()
  const hydrated = useHydrated()
  const [country, setCountry] = useState(values.seatCountry || choices.france)
  // Without script both are there, and each says when it is needed.
  const inFrance = !hydrated || country === choices.france
  const abroad = !hydrated || country !== choices.france
  return (
    <fieldset className="card stack">
      <legend>{t('section.place')}</legend>
      <Field name="seatCountry" label={t('field.seatCountry')} fault={faultText('seatCountry')}>
        {(attributes) => (
          <select
            {...attributes}
            name="seatCountry"
            defaultValue={country}
            onChange={(event) => setCountry(event.target.value)}
          >
            <option value={choices.france}>{t('franceWhole')}</option>
            {choices.seatCountries.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField name="address" autoComplete="off" />
      <input type="hidden" name="point" value={values.point} />
      <input type="hidden" name="pointOf" value={values.pointOf} />
      {inFrance ? <CommuneField value={values.commune} fault={faultText('commune')} /> : null}
      {abroad ? <TextField name="city" hint={t('hint.city')} /> : null}
      {inFrance ? <LookupPart of="addresses" offered={choices.lookups.addresses} /> : null}
      <div className="boxes">
        <label>
          <input type="checkbox" name="seatPrivate" defaultChecked={values.seatPrivate} />
          <span>{t('field.seatPrivate')}</span>
        </label>
      </div>
      <p className="small muted">{t('hint.seatPrivate')}</p>
    </fieldset>
  )
}
