import type { MultiPolygon, Polygon, Position } from 'geojson'

const EDGE = 180
const ROUND = 2 * EDGE

/**
 * The same land, cut where the plane ends. An outline that passes from 180° to -180° would be drawn back across
 * the whole map; our outlines do, since on the globe (d3) they must.
 */
export function cutAtAntimeridian(shape: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const coordinates = polygons.flatMap(cutPolygon)
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates }
}

function cutPolygon(rings: Position[][]): Position[][][] {
  if (!rings.some(crosses)) return [rings]
  const unrolled = rings.map(unroll)
  return [-ROUND, 0, ROUND].flatMap((turn) => {
    const kept = unrolled
      .map((ring) => within(ring, turn).map(([lon, lat]): Position => [lon! - turn, lat!]))
      .filter((ring) => new Set(ring.map(([lon]) => lon)).size > 1)
    return kept.length > 0 ? [kept] : []
  })
}

const crosses = (ring: Position[]) =>
  ring.some(([lon], i) => i > 0 && Math.abs(lon! - ring[i - 1]![0]!) > EDGE)

/** Past 180° longitudes go on, 181 rather than -179. */
function unroll(ring: Position[]): Position[] {
  let turn = 0
  return ring.map(([lon, lat], i) => {
    const step = i > 0 ? lon! - ring[i - 1]![0]! : 0
    if (Math.abs(step) > EDGE) turn -= Math.sign(step) * ROUND
    return [lon! + turn, lat!]
  })
}

const within = (ring: Position[], turn: number) =>
  side(
    side(ring, turn - EDGE, (lon, edge) => lon >= edge),
    turn + EDGE,
    (lon, edge) => lon <= edge,
  )

/** What of a ring lies on one side of a meridian, closed along it (Sutherland and Hodgman). */
function side(ring: Position[], edge: number, inside: (lon: number, edge: number) => boolean): Position[] {
  const kept = ring.flatMap((to, i) => {
    const from = ring[i - 1]
    const isIn = inside(to[0]!, edge)
    if (!from || inside(from[0]!, edge) === isIn) return isIn ? [to] : []
    const along = (edge - from[0]!) / (to[0]! - from[0]!)
    const met: Position = [edge, from[1]! + along * (to[1]! - from[1]!)]
    return isIn ? [met, to] : [met]
  })
  const [first, last] = [kept[0], kept.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) kept.push(first)
  return kept
}
