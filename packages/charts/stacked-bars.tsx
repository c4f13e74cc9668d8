import { useId } from 'react'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { filling, Hatchings, Key } from './hatching.tsx'

export interface StackedRow {
  key: string
  label: string
  parts: { value: number; text: string }[]
  /** The whole as it is written. */
  text: string
  href?: string
}

/** At most five series, in the same order everywhere. */
export function StackedBars(props: {
  words: ChartWords
  head: string[]
  series: string[]
  rows: StackedRow[]
  /** Every row as long as the others: shares rather than amounts. */
  shares?: boolean
}) {
  const { words, head, series, rows, shares } = props
  const id = useId()
  const sums = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const most = Math.max(0, ...sums)
  const table = {
    head,
    rows: rows.map(({ label, parts, text }) => [label, ...parts.map((part) => part.text), text]),
  }
  return (
    <ChartFrame words={words} table={table}>
      <ul className="keys">
        {series.map((name, index) => (
          <li key={name}>
            <Key id={id} index={index} />
            {name}
          </li>
        ))}
      </ul>
      <ul className="bars">
        {rows.map(({ key, label, parts, text, href }, row) => {
          const whole = shares ? sums[row]! : most
          const width = (value: number) => (whole === 0 ? 0 : (value / whole) * 100)
          const start = (index: number) =>
            parts.slice(0, index).reduce((sum, part) => sum + width(part.value), 0)
          return (
            <li key={key}>
              {href ? <a href={href}>{label}</a> : <span>{label}</span>}
              <svg aria-hidden="true" focusable="false" width="100%" height="18">
                <Hatchings id={`${id}-${row}`} />
                {parts.map((part, index) => (
                  <rect
                    key={series[index]}
                    x={`${start(index)}%`}
                    width={`${width(part.value)}%`}
                    height="18"
                    stroke="var(--surface)"
                    {...filling(`${id}-${row}`, index)}
                  >
                    <title>{`${series[index]} : ${part.text}`}</title>
                  </rect>
                ))}
              </svg>
              <span className="num">{text}</span>
            </li>
          )
        })}
      </ul>
    </ChartFrame>
  )
}
