import { readFileSync } from 'node:fs'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import { simplify } from './simplify.ts'

type Named = { code: string; nom: string }
export type Territory = Polygon<Named> | MultiPolygon<Named>
type Outlines = Topology<{ departements: GeometryCollection<Named> }>
type Point = [number, number]

const FILE = new URL('../referentials/outlines/departements.topo.json', import.meta.url)
/** Half a pixel of the drawing, in degrees. */
const TOLERANCE = 0.011
/** Drawn larger than the rest: around Paris, and everything overseas. */
const isDetailed = ([lon, lat]: Point) =>
  lon < -6 || lon > 10 || (lon > 2 && lon < 2.7 && lat > 48.6 && lat < 49.1)

let read: ReturnType<typeof prepare> | undefined

/** The départements' outlines (IGN, Admin Express), read at first use and made as light as the drawing allows. */
export function outlines() {
  read ??= prepare()
  return read
}

function prepare() {
  const { transform, arcs, ...rest } = JSON.parse(readFileSync(FILE, 'utf8')) as Outlines
  const topology: Outlines = { ...rest, arcs: arcs.map((arc) => lighter(placed(arc as Point[], transform!))) }
  const territories = topology.objects.departements.geometries as Territory[]
  return { topology, territories: new Map(territories.map((one) => [codeOf(one), one])) }
}

export const codeOf = (territory: Territory) => territory.properties!.code

/** From steps on a grid to degrees. */
function placed(steps: Point[], { scale, translate }: NonNullable<Topology['transform']>): Point[] {
  let [x, y] = [0, 0]
  return steps.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

function lighter(arc: Point[]): Point[] {
  if (arc.some(isDetailed)) return arc
  const [first, last] = [arc[0]!, arc.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return simplify(arc, TOLERANCE)
  // A ring that nobody shares: cut in two, or its one end would be all that is left of it.
  const half = arc.length >> 1
  return [
    ...simplify(arc.slice(0, half + 1), TOLERANCE).slice(0, -1),
    ...simplify(arc.slice(half), TOLERANCE),
  ]
}
