import { arc, pie } from 'd3-shape'
import type { ShareDrawing } from './share-chart.tsx'

const RADIUS = 90

/** Two to four parts of one whole; beyond, bars are read better and this refuses. */
export function layoutShares(
  parts: { label: string; value: number; text: string; href?: string }[],
  whole: string,
): ShareDrawing {
  if (parts.length < 2 || parts.length > 4) throw new RangeError('a ring has two to four parts')
  const ring = arc<{ startAngle: number; endAngle: number }>()
    .innerRadius(RADIUS * 0.62)
    .outerRadius(RADIUS)
    .digits(1)
  const angles = pie<{ value: number }>()
    .sort(null)
    .value(({ value }) => value)(parts)
  return {
    whole,
    parts: parts.map((part, index) => ({ ...part, path: ring(angles[index]!) ?? '' })),
  }
}
