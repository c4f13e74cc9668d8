import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Counts, cellName, totalsOf } from './people-counts.ts'

type Side = { key: string; label: string }

/** People counted by sex and another dimension; totals are computed, never typed. Arrows go from cell to cell. */
export function PeopleGrid(props: {
  name: string
  caption: string
  rows: Side[]
  columns: Side[]
  counts: Counts
  faults?: Record<string, string>
}) {
  const { name, caption, rows, columns, faults = {} } = props
  const { t } = useTranslation('ui')
  const [counts, setCounts] = useState(props.counts)
  const totals = totalsOf(
    counts,
    rows.map(({ key }) => key),
    columns.map(({ key }) => key),
  )
  const write = (row: string, column: string, text: string) =>
    setCounts({ ...counts, [row]: { ...counts[row], [column]: text } })
  const number = (value: number | undefined) => t('number', { value: value ?? 0 })
  return (
    <table className="people" onKeyDown={moveInGrid}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
          <th scope="col">{t('total')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {columns.map((column) => {
              const field = cellName(name, row.key, column.key)
              return (
                <td key={column.key} data-label={column.label}>
                  <input
                    name={field}
                    inputMode="numeric"
                    pattern="[0-9 ]*"
                    autoComplete="off"
                    defaultValue={props.counts[row.key]?.[column.key]}
                    aria-label={t('crossing', { row: row.label, column: column.label })}
                    aria-invalid={faults[field] ? true : undefined}
                    onChange={(event) => write(row.key, column.key, event.target.value)}
                  />
                  {faults[field] ? <span className="fault">{faults[field]}</span> : null}
                </td>
              )
            })}
            <td className="n" data-label={t('total')}>
              <output>{number(totals.byRow[row.key])}</output>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {columns.map((column) => (
            <td key={column.key} className="n" data-label={column.label}>
              <output>{number(totals.byColumn[column.key])}</output>
            </td>
          ))}
          <td className="n" data-label={t('total')}>
            <output aria-live="polite">{number(totals.all)}</output>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Left and right stay inside a text until the cursor is at its edge. */
export function moveInGrid(event: KeyboardEvent<HTMLTableElement>) {
  const step = STEPS[event.key]
  const input = event.target
  if (!step || !(input instanceof HTMLInputElement)) return
  const { selectionStart, value } = input
  if (step[1] === 1 && selectionStart !== value.length) return
  if (step[1] === -1 && selectionStart !== 0) return
  const cell = input.closest('td')!
  const row = cell.parentElement as HTMLTableRowElement
  const table = event.currentTarget.tBodies[0]!
  const target = table.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]]
  const next = target?.querySelector('input')
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
