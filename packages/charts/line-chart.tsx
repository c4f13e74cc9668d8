import { useId } from 'react'
import { ChartFrame, type ChartWords } from './chart-frame.tsx'

export interface LineDrawing {
  width: number
  height: number
  left: number
  right: number
  ticks: { y: number; text: string }[]
  points: { x: number; text: string }[]
  lines: {
    label: string
    index: number
    path: string
    dots: { x: number; y: number; point: string; text: string }[]
    end: { x: number; y: number; text: string } | null
    labelY: number
  }[]
  table: string[][]
}

/** A course over time, from zero; names and last values stand where the lines end. */
export function LineChart(props: { words: ChartWords; head: string[]; drawing: LineDrawing }) {
  const { words, head, drawing } = props
  const id = useId()
  return (
    <ChartFrame words={words} table={{ head, rows: drawing.table }}>
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{words.title}</title>
        <desc id={`${id}-d`}>
          {drawing.lines.map(({ label, dots }) => `${label} : ${told(dots)}`).join(' ; ')}
        </desc>
        {drawing.ticks.map(({ y, text }) => (
          <g key={y}>
            <line className="grid-line" x1={drawing.left} x2={drawing.right} y1={y} y2={y} />
            <text x={drawing.left - 8} y={y + 5} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {drawing.points.map(({ x, text }) => (
          <text key={x} x={x} y={drawing.height - 6} textAnchor="middle">
            {text}
          </text>
        ))}
        {drawing.lines.map(({ label, index, path, dots, end, labelY }) => (
          <g key={label}>
            <path className={`line-${index + 1}`} d={path} />
            {dots.map(({ x, y, point, text }) => (
              <circle key={x} className={`dot-${index + 1}`} cx={x} cy={y} r={x === end?.x ? 5 : 3.5}>
                <title>{`${label}, ${point} : ${text}`}</title>
              </circle>
            ))}
            {end ? (
              <>
                <text className="strong" x={end.x + 10} y={labelY + 2}>
                  {end.text}
                </text>
                <text x={end.x + 10} y={labelY + 18}>
                  {label}
                </text>
              </>
            ) : null}
          </g>
        ))}
      </svg>
    </ChartFrame>
  )
}

const told = (dots: { point: string; text: string }[]) => {
  const [first, last] = [dots[0], dots.at(-1)]
  return first && last ? `${first.point}, ${first.text} – ${last.point}, ${last.text}` : ''
}
