import { ChartFrame, type ChartWords } from './chart-frame.tsx'

export interface Bar {
  key: string
  label: string
  value: number
  /** The value as it is written. */
  text: string
  href?: string
  /** « Six autres départements »: in grey, not to be compared. */
  other?: boolean
}

/** Lengths from zero, the name before, the figure after: no axis, no legend. */
export function BarChart(props: {
  words: ChartWords
  head: [string, string]
  bars: Bar[]
  /** What the longest bar stands for, where two charts are read against each other. */
  most?: number
}) {
  const { words, head, bars } = props
  const most = props.most ?? Math.max(0, ...bars.map(({ value }) => value))
  return (
    <ChartFrame words={words} table={{ head, rows: bars.map(({ label, text }) => [label, text]) }}>
      <ul className="bars">
        {bars.map(({ key, label, value, text, href, other }) => (
          <li key={key}>
            {href ? <a href={href}>{label}</a> : <span>{label}</span>}
            <svg aria-hidden="true" focusable="false" width="100%" height="18">
              <rect
                className={other ? 'mark-other' : 'mark-1'}
                width={most === 0 ? 0 : `${(value / most) * 100}%`}
                height="18"
                rx="3"
              />
            </svg>
            <span className="num">{text}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
