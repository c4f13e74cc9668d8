import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icons.tsx'
import { PickAll } from './selection.tsx'
import { type Sort, sortedBy } from './sorting.ts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The server knows how to sort by it. */
  sorts?: boolean
  /** Numbers and dates: on the right, figures of one width. */
  number?: boolean
}

type TableProps<Row> = {
  /** What the table holds, for who does not see it whole. */
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  /** With it, rows can be ticked; inside a `Selection`. */
  picking?: { name: string; label: (row: Row) => string }
}

/**
 * Rows for work: the first column names the row, the address says the order. On a phone each row is a
 * card whose lines repeat their column's name.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, picking }: TableProps<Row>) {
  return (
    <table className="data">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {picking ? (
            <td className="pick-cell">
              <PickAll name={picking.name} />
            </td>
          ) : null}
          {columns.map((column) => (
            <Heading key={column.key} column={column} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {picking ? (
              <td className="pick-cell">
                <input
                  type="checkbox"
                  name={picking.name}
                  value={rowKey(row)}
                  aria-label={picking.label(row)}
                />
              </td>
            ) : null}
            {columns.map((column, index) => (
              <td
                key={column.key}
                className={column.number ? 'n' : undefined}
                data-label={index === 0 ? undefined : column.label}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heading<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const [query] = useSearchParams()
  const className = column.number ? 'n' : undefined
  if (!column.sorts || !sort)
    return (
      <th scope="col" className={className}>
        {column.label}
      </th>
    )
  const here = sort.by === column.key
  return (
    <th
      scope="col"
      className={className}
      aria-sort={here ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      <Link className="sort" to={sortedBy(query, column.key, sort)} preventScrollReset>
        {column.label}
        <Icon name={here ? (sort.down ? 'down' : 'up') : 'both'} />
      </Link>
    </th>
  )
}

/** On a phone the column names are gone: the same orders as links. */
export function SortMenu<Row>({ columns, sort }: { columns: Column<Row>[]; sort: Sort }) {
  const [query] = useSearchParams()
  const { t } = useTranslation('ui')
  return (
    <details className="menu sort-menu">
      <summary className="btn sm">{t('table.sort')}</summary>
      <ul>
        {columns
          .filter(({ sorts }) => sorts)
          .map(({ key, label }) => (
            <li key={key}>
              <Link to={sortedBy(query, key, sort)} aria-current={sort.by === key ? 'true' : undefined}>
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </details>
  )
}
