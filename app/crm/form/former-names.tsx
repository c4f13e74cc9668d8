import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHydrated } from '../../ui/use-hydrated.ts'
import type { TypedFormerName } from '../organisation-form.server.ts'

const NONE: TypedFormerName = { name: '', from: '', until: '' }

/** What it was called, one a line with its dates. Without script, the buttons send the form and come back to it. */
export function FormerNames({ values, fault }: { values: TypedFormerName[]; fault?: string }) {
  const { t } = useTranslation('crm')
  const hydrated = useHydrated()
  const [rows, setRows] = useState(() => values.map((value, key) => ({ ...value, key })))
  const [next, setNext] = useState(values.length)
  const add = () => {
    setRows([...rows, { ...NONE, key: next }])
    setNext(next + 1)
  }
  const button = (value: string, label: string, act: () => void, about?: string) =>
    hydrated ? (
      <button className="btn quiet" type="button" onClick={act} aria-label={about}>
        {label}
      </button>
    ) : (
      <button
        className="btn quiet"
        type="submit"
        name="intent"
        value={value}
        formNoValidate
        aria-label={about}
      >
        {label}
      </button>
    )
  return (
    <fieldset className="stack" id="formerNames" data-field="formerNames" tabIndex={-1}>
      <legend className="field-label">{t('field.formerNames')}</legend>
      <p className="small muted">{t('hint.formerNames')}</p>
      {rows.map((row, index) => (
        <div className="row former" key={row.key}>
          <label className="grow">
            <span className="small">{t('former.name')}</span>
            <input name="formerName" defaultValue={row.name} />
          </label>
          <label>
            <span className="small">{t('former.from')}</span>
            <input name="formerFrom" defaultValue={row.from} size={10} inputMode="numeric" />
          </label>
          <label>
            <span className="small">{t('former.until')}</span>
            <input name="formerUntil" defaultValue={row.until} size={10} inputMode="numeric" />
          </label>
          {button(
            `sans_nom-${index}`,
            t('former.remove'),
            () => setRows(rows.filter((one) => one !== row)),
            t('former.removeThis', { name: row.name || String(index + 1) }),
          )}
        </div>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
      <p>{button('autre_nom', t('former.add'), add)}</p>
    </fieldset>
  )
}
