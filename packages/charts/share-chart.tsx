import { useId } from 'react'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'
import { filling, Hatchings, Key } from './hatching.tsx'

export interface ShareDrawing {
  /** Written in the middle. */
  whole: string
  parts: { label: string; value: number; text: string; path: string; href?: string }[]
}

/** A ring, its parts named beside it in the same order. */
export function ShareChart(props: { words: ChartWords; head: [string, string]; drawing: ShareDrawing }) {
  const { words, head, drawing } = props
  const id = useId()
  const rows = drawing.parts.map(({ label, text }) => [label, text])
  return (
    <ChartFrame words={words} table={{ head, rows }}>
      <div className="shares">
        <svg viewBox="-92 -92 184 184" role="img" aria-labelledby={`${id}-t ${id}-d`}>
          <title id={`${id}-t`}>{words.title}</title>
          <desc id={`${id}-d`}>{rows.map((row) => row.join(' : ')).join(' ; ')}</desc>
          <Hatchings id={id} />
          {drawing.parts.map(({ label, text, path }, index) => (
            <path key={label} d={path} stroke="var(--surface)" strokeWidth="2" {...filling(id, index)}>
              <title>{`${label} : ${text}`}</title>
            </path>
          ))}
          <text className="strong" y="6" textAnchor="middle">
            {drawing.whole}
          </text>
        </svg>
        <ul>
          {drawing.parts.map(({ label, text, href }, index) => (
            <li key={label} className="row">
              <Key id={id} index={index} />
              {href ? <a href={href}>{label}</a> : label}
              <strong className="num">{text}</strong>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  )
}
