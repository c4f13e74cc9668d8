import { type ReactNode, useId } from 'react'

/** Packages know no language: every word comes from the page. */
export interface ChartWords {
  title: string
  /** What is counted, until when, of whom. */
  description?: string
  /** The verb that opens the table: « Voir le tableau ». */
  table: string
  note?: string
}

export interface ChartTable {
  head: string[]
  /** The first cell of a row is its name. */
  rows: string[][]
}

export function ChartFrame(props: { words: ChartWords; table: ChartTable; children: ReactNode }) {
  const { words, table, children } = props
  const id = useId()
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <strong id={id}>{words.title}</strong>
        {words.description ? <span className="chart-note">{words.description}</span> : null}
      </figcaption>
      {children}
      {words.note ? <p className="chart-note">{words.note}</p> : null}
      <details>
        <summary>{words.table}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="chart-table" aria-label={words.title} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={table.head[index + 1]} className="num">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}
