import { useTranslation } from 'react-i18next'

type Shown = { key: string; label: string; personal: boolean; chosen: boolean }

/** What the list tells; what leads to a person stands apart, and says what it needs. */
export function ListColumns(props: {
  columns: Shown[]
  chosen?: string[] | undefined
  fault?: string | undefined
}) {
  const { columns, chosen, fault } = props
  const { t } = useTranslation('crm')
  const groups = [
    ['lists.columns', columns.filter(({ personal }) => !personal)],
    ['lists.personalColumns', columns.filter(({ personal }) => personal)],
  ] as const
  return (
    <>
      {groups.map(([label, shown]) => (
        <fieldset key={label} className="checks">
          <legend className="field-label">{t(label)}</legend>
          {label === 'lists.personalColumns' ? (
            <p className="small muted">{t('lists.personalHint')}</p>
          ) : null}
          <div className="check-grid">
            {shown.map((column) => (
              <label key={column.key} className="check">
                <input
                  type="checkbox"
                  name="colonne"
                  value={column.key}
                  defaultChecked={chosen ? chosen.includes(column.key) : column.chosen}
                />{' '}
                {column.label}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </>
  )
}
