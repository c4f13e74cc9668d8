// Writes ../referentials/outlines/countries.topo.json and countries-near.topo.json: Natural Earth's countries, made as
// light as a map of the world needs, and as a map one comes near to needs.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { simplify } from './simplify.ts'

type Point = [number, number]
type Source = Topology<{ countries: GeometryCollection<{ name: string }> }>
type Shape = (Polygon | MultiPolygon) & { id?: string; properties?: { name: string } }

const require = createRequire(import.meta.url)
const source: Source = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'))
const codes: Record<string, string> = require('i18n-iso-countries').getNumericCodes()

/** Not of a map of partners. */
const LEFT_OUT = ['AQ']
/** Without a number in the source. */
const BY_NAME: Record<string, string> = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' }

const { scale, translate } = source.transform!
const placed = (steps: Point[]): Point[] => {
  let [x, y] = [0, 0]
  return steps.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}
const isRing = (line: Point[]) => line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1]
const lighter = (line: Point[], tolerance: number): Point[] => {
  if (!isRing(line)) return simplify(line, tolerance)
  const half = line.length >> 1
  return [
    ...simplify(line.slice(0, half + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(half), tolerance),
  ]
}
const extent = (line: Point[]) => {
  const across = (axis: 0 | 1) => {
    const at = line.map((point) => point[axis])
    return Math.max(...at) - Math.min(...at)
  }
  return Math.max(across(0), across(1))
}
/** Above zero one way round, below it the other. */
const turning = (line: Point[]) =>
  line.reduce((sum, [x, y], i) => {
    const [beforeX, beforeY] = line[i - 1] ?? [x, y]
    return sum + beforeX * y - x * beforeY
  }, 0)
const onGrid = (line: Point[], grid: number): Point[] =>
  line.map(([lon, lat]) => [Math.round(lon / grid), Math.round(lat / grid)])
const inSteps = (line: Point[]): Point[] =>
  line.map(([x, y], i) => [x - (line[i - 1]?.[0] ?? 0), y - (line[i - 1]?.[1] ?? 0)])
/** An island made of three or four points may have turned over: the globe would then be its inside. */
const asTurned = (line: Point[], before: Point[]): Point[] =>
  isRing(before) && turning(line) * turning(before) < 0 ? line.toReversed() : line

const kept = (source.objects.countries.geometries as Shape[]).flatMap((shape) => {
  const { id, properties, type, arcs } = shape
  const code = (id && codes[id]) || BY_NAME[properties?.name ?? '']
  return code && !LEFT_OUT.includes(code) ? [{ type, arcs, properties: { code } }] : []
})

/**
 * `tolerance`, in degrees: about half a pixel of the drawing. Where one comes near, an island's is a share of the
 * island: it has a shape.
 */
function write(name: string, tolerance: number, grid: number, share = Number.POSITIVE_INFINITY) {
  // Lines nobody kept uses go, and the others are numbered anew.
  const numbers = new Map<number, number>()
  const lines: Point[][] = []
  const numbered = (arc: number): number => {
    const at = arc < 0 ? ~arc : arc
    if (!numbers.has(at)) {
      numbers.set(at, lines.length)
      const line = placed(source.arcs[at] as Point[])
      const own = isRing(line) ? Math.min(tolerance, extent(line) * share) : tolerance
      lines.push(inSteps(asTurned(onGrid(lighter(line, own), grid), line)))
    }
    return arc < 0 ? ~numbers.get(at)! : numbers.get(at)!
  }
  const deep = (arcs: unknown): unknown => (Array.isArray(arcs) ? arcs.map(deep) : numbered(arcs as number))
  const geometries = kept.map(({ arcs, ...shape }) => ({ ...shape, arcs: deep(arcs) }))
  const topology = {
    type: 'Topology',
    transform: { scale: [grid, grid], translate: [0, 0] },
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs: lines,
  }
  writeFileSync(
    new URL(`../referentials/outlines/${name}.topo.json`, import.meta.url),
    `${JSON.stringify(topology)}\n`,
  )
}

write('countries', 0.25, 0.05)
write('countries-near', 0.06, 0.01, 1 / 8)
