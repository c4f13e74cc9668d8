import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { LineDrawing } from './line-chart.tsx'

const WIDTH = 480
const HEIGHT = 270
const EDGE = { top: 18, right: 84, bottom: 30, left: 46 }

export interface Course {
  label: string
  /** One a point of the horizontal axis; null where nothing is known. */
  values: (number | null)[]
}

/** Three courses at most: more cannot be told apart, and are several charts. */
export function layoutLines(input: {
  points: string[]
  series: Course[]
  format: (value: number) => string
}): LineDrawing {
  const { points, series, format } = input
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const x = scalePoint(points, [EDGE.left, WIDTH - EDGE.right])
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice(4)
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(points[index]!)!)
    .y((value) => y(value!))
    .digits(1)
  const every = Math.ceil(points.length / 6)
  const lines = series.map(({ label, values }, index) => {
    const last = values.findLastIndex((value) => value !== null)
    const dots = values.flatMap((value, at) =>
      value === null
        ? []
        : [{ x: round(x(points[at]!)!), y: round(y(value)), point: points[at]!, text: format(value) }],
    )
    return { label, index, path: draw(values) ?? '', dots, end: last < 0 ? null : dots.at(-1)! }
  })
  return {
    width: WIDTH,
    height: HEIGHT,
    left: EDGE.left,
    right: WIDTH - EDGE.right,
    ticks: y.ticks(4).map((value) => ({ y: round(y(value)), text: format(value) })),
    // The last point always has its name.
    points: points.flatMap((text, index) =>
      (points.length - 1 - index) % every === 0 ? [{ x: round(x(text)!), text }] : [],
    ),
    lines: apart(lines),
    table: points.map((point, at) => [
      point,
      ...series.map(({ values }) => (values[at] == null ? '–' : format(values[at]!))),
    ]),
  }
}

/** Labels at the ends of lines keep their distance. */
function apart<Line extends { end: { y: number } | null }>(lines: Line[]): (Line & { labelY: number })[] {
  const placed: number[] = []
  const order = [...lines].sort((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0))
  const at = new Map(
    order.map((one) => {
      const free = Math.max(one.end?.y ?? 0, (placed.at(-1) ?? -Infinity) + 34)
      placed.push(free)
      return [one, free]
    }),
  )
  return lines.map((one) => ({ ...one, labelY: at.get(one)! }))
}

const round = (value: number) => Math.round(value * 10) / 10
