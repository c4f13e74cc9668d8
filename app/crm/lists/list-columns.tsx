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
    ['open', columns.filter(({ personal }) => !personal)],
    ['personal', columns.filter(({ personal }) => personal)],
  ] as const
  return (
    <>
      {groups.map(([which, shown]) => (
        <fieldset key={which} className="checks">
          <legend className="field-label">{t(`lists.columnsOf.${which}`)}</legend>
          {which === 'personal' ? <p className="small muted">{t('lists.personalHint')}</p> : null}
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
