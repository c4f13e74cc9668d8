import { useTranslation } from 'react-i18next'
import { COLUMN_GROUPS, type ColumnGroup } from '#server/crm/export/columns.ts'

type Shown = { key: string; label: string; group: ColumnGroup; chosen: boolean }

/** What the list tells; what is the team's or leads to a person stands apart, and says what it needs. */
export function ListColumns(props: {
  columns: Shown[]
  chosen?: string[] | undefined
  fault?: string | undefined
}) {
  const { columns, chosen, fault } = props
  const { t } = useTranslation('crm')
  const groups = COLUMN_GROUPS.map(
    (group) => [group, columns.filter((column) => column.group === group)] as const,
  ).filter(([, shown]) => shown.length > 0)
  return (
    <>
      {groups.map(([which, shown]) => (
        <fieldset key={which} className="checks">
          <legend className="field-label">{t(`lists.columnsOf.${which}`)}</legend>
          {which === 'open' ? null : <p className="small muted">{t(`lists.hintOf.${which}`)}</p>}
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
