import { useTranslation } from 'react-i18next'
import { FoldedPart } from './folded-part.tsx'
import { TextField, useFilled } from './text-field.tsx'

const CHOICES = ['aggregated', 'shownToNetworks', 'contactable', 'emailShown'] as const

/** How to reach it, and what it agreed to beside being published: choices, each taken back when it wants. */
export function ReachFields() {
  const { t } = useTranslation('crm')
  const { values, fresh } = useFilled()
  const asGiven = values.aggregated && values.shownToNetworks && values.contactable && !values.emailShown
  return (
    <>
      <fieldset className="card stack">
        <legend>{t('section.reach')}</legend>
        <p className="small muted">{t('hint.reach')}</p>
        <div className="three">
          <TextField name="email" type="email" autoComplete="off" />
          <TextField name="phone" type="tel" autoComplete="off" />
          <TextField name="website" hint={t('hint.website')} />
        </div>
      </fieldset>
      <FoldedPart title={t('section.choices')} about={t('folded.choices')} open={!fresh || !asGiven}>
        <p className="small muted">{t('hint.choices')}</p>
        {CHOICES.map((name) => (
          <div key={name} className="boxes">
            <label>
              <input type="checkbox" name={name} defaultChecked={values[name]} />
              <span>
                {t(`field.${name}`)}
                <br />
                <span className="small muted">{t(`hint.${name}`)}</span>
              </span>
            </label>
          </div>
        ))}
      </FoldedPart>
    </>
  )
}
