import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Row = { heading: string; field: string; sample: string[] }
type Group = { key: string; label: string; fields: { key: string; label: string }[] }

/** One line a column of the file: how it is headed, what it says, what it is. */
export function ColumnTable(props: { columns: Row[]; groups: Group[]; chosen?: string[] | undefined }) {
  const { columns, groups, chosen } = props
  const { t } = useTranslation('crm')
  const rows = columns.map((one, at) => ({ ...one, at, field: chosen?.[at] ?? one.field }))
  const shown: Column<(typeof rows)[number]>[] = [
    { key: 'heading', label: t('imports.heading'), cell: (row) => <strong>{row.heading}</strong> },
    {
      key: 'sample',
      label: t('imports.sample'),
      cell: (row) => (
        <span className="small muted">{row.sample.join(' · ') || t('imports.emptyColumn')}</span>
      ),
    },
    {
      key: 'field',
      label: t('imports.becomes'),
      cell: (row) => (
        <select
          name="champ"
          defaultValue={row.field}
          aria-label={t('imports.becomesOf', { heading: row.heading })}
        >
          <option value="">{t('imports.notImported')}</option>
          {groups.map((group) => (
            <optgroup key={group.key} label={group.label}>
              {group.fields.map((field) => (
                <option key={field.key} value={field.key}>
                  {field.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('imports.columnsTitle')}
      columns={shown}
      rows={rows}
      rowKey={(row) => String(row.at)}
    />
  )
}
