import { useTranslation } from 'react-i18next'
import { OTHER_NAMES } from '#server/crm/merge/fields.ts'
import type { PairView } from './pair-view.server.ts'

type Told = { page: Pick<PairView, 'kept' | 'unlike' | 'alike' | 'clashes'> }
const sides = (kept: 'left' | 'right') =>
  kept === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const)

/** Field by field, where the two records do not say the same. */
export function FieldChoices({ page }: Told) {
  const { t } = useTranslation('crm')
  if (page.unlike.length === 0) return <p className="notice">{t('merge.nothingUnlike')}</p>
  const [kept, other] = sides(page.kept)
  return (
    <section className="stack" aria-labelledby="champs">
      <h2 id="champs">{t('merge.fields')}</h2>
      <p className="muted">{t('merge.fieldsHelp')}</p>
      <table className="data">
        <caption className="sr-only">{t('merge.fields')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">{t('merge.kept')}</th>
            <th scope="col">{t('merge.goes')}</th>
            <th scope="col" className="whole">
              {t('merge.both')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.unlike.map((field) => (
            <tr key={field.key}>
              <td>
                <strong>{t(`merge.fieldName.${field.key}`)}</strong>
              </td>
              {[kept, other].map((side) => (
                <td key={side} data-label={t(side === page.kept ? 'merge.kept' : 'merge.goes')}>
                  <Pick
                    name={field.key}
                    value={side}
                    chosen={field.choice}
                    label={field[side] ?? t('merge.empty')}
                  />
                </td>
              ))}
              <td data-label={t('merge.both')}>
                {field.both ? (
                  <span className="whole">
                    <Pick name={field.key} value="both" chosen={field.choice} label={t('merge.both')} />
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Pick({
  name,
  value,
  chosen,
  label,
}: {
  name: string
  value: string
  chosen: string
  label: string
}) {
  const { t } = useTranslation('crm')
  return (
    <label className="box">
      <input type="radio" name={`champ_${name}`} value={value} defaultChecked={chosen === value} />
      <span>
        <span className="sr-only">{t('merge.fieldIs', { field: t(`merge.fieldName.${name}`) })}</span> {label}
      </span>
    </label>
  )
}

/** Whoever looks under the other name still finds the record. */
export function OtherName() {
  const { t } = useTranslation('crm')
  return (
    <fieldset className="card stack">
      <legend>{t('merge.otherName')}</legend>
      {OTHER_NAMES.map((what, index) => (
        <label key={what} className="box">
          <input type="radio" name="autre_nom" value={what} defaultChecked={index === 0} />
          <span>{t(`merge.otherNameIs.${what}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Two memberships of one year: one stands, a person says which. */
export function Clashes({ page }: Told) {
  const { t } = useTranslation('crm')
  return page.clashes.map(({ year, ...college }) => (
    <fieldset key={year} className="card stack">
      <legend>{t('merge.twoMemberships', { year })}</legend>
      {sides(page.kept).map((side) => (
        <label key={side} className="box">
          <input type="radio" name={`annee_${year}`} value={side} defaultChecked={side === page.kept} />
          <span>{t(side === page.kept ? 'merge.ofKept' : 'merge.ofOther', { college: college[side] })}</span>
        </label>
      ))}
    </fieldset>
  ))
}

export function Identical({ page }: Told) {
  const { t } = useTranslation('crm')
  if (page.alike.length === 0) return null
  return (
    <details>
      <summary>{t('merge.identical', { count: page.alike.length })}</summary>
      <dl className="facts card">
        {page.alike.map((field) => (
          <div key={field.key}>
            <dt>{t(`merge.fieldName.${field.key}`)}</dt>
            <dd>{field.left}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
