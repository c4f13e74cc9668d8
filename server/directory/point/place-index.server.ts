import Supercluster from 'supercluster'
import { type Bounds, FARTHEST_ZOOM, type MapPoint, widened } from '#packages/map/points.ts'

type Place = { n: number }
/** Most organisations are alone where they are. */
const ALONE: Place = { n: 1 }
/** In pixels: clusters keep this far apart, so that a finger tells one from another. */
const RADIUS = 56
/** Nearer than this zoom every place is told apart. */
const PARTED = 15
/** A frame larger than any screen is answered as one farther away. */
const MOST_POINTS = 500

export type PlaceRow = [lon: number, lat: number, count: number]
export type PlaceIndex = {
  placed: number
  /** What the index weighs. */
  places: number
  all: Bounds | null
  view: (bounds: Bounds, zoom: number) => { points: MapPoint[]; here: number }
}

/** Places gathered once for every zoom; a view is then read in a few milliseconds. */
export function placeIndex(rows: PlaceRow[]): PlaceIndex {
  const index = new Supercluster<Place, Place>({
    radius: RADIUS,
    extent: 512,
    maxZoom: PARTED,
    map: ({ n }) => ({ n }),
    reduce: (all, { n }) => {
      all.n += n
    },
  })
  index.load(
    rows.map(([lon, lat, count]) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: count === 1 ? ALONE : { n: count },
    })),
  )
  const flat = Float64Array.from(rows.flat())
  return {
    placed: rows.reduce((sum, [, , count]) => sum + count, 0),
    places: rows.length,
    all: boundsOf(rows),
    view: (bounds, zoom) => ({
      points: pointsOf(index, widened(bounds), zoom),
      here: countWithin(flat, bounds),
    }),
  }
}

function pointsOf(index: Supercluster<Place, Place>, bounds: Bounds, zoom: number): MapPoint[] {
  let near = Math.min(zoom, FARTHEST_ZOOM)
  let found = index.getClusters(bounds, near)
  while (found.length > MOST_POINTS && near > 0) found = index.getClusters(bounds, --near)
  return found.slice(0, MOST_POINTS).map(({ geometry, properties }) => {
    const [lon, lat] = geometry.coordinates as [number, number]
    const point: MapPoint = [rounded(lon), rounded(lat), properties.n]
    if ('cluster' in properties) point.push(index.getClusterExpansionZoom(properties.cluster_id))
    return point
  })
}

/** Read one by one: a million comparisons cost less than asking the tree for as many objects. */
function countWithin(flat: Float64Array, [west, south, east, north]: Bounds): number {
  let sum = 0
  for (let at = 0; at < flat.length; at += 3) {
    const [lon, lat] = [flat[at]!, flat[at + 1]!]
    if (lon >= west && lon <= east && lat >= south && lat <= north) sum += flat[at + 2]!
  }
  return sum
}

/** A metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

function boundsOf(rows: PlaceRow[]): Bounds | null {
  if (rows.length === 0) return null
  const all: Bounds = [180, 90, -180, -90]
  for (const [lon, lat] of rows) {
    if (lon < all[0]) all[0] = lon
    if (lat < all[1]) all[1] = lat
    if (lon > all[2]) all[2] = lon
    if (lat > all[3]) all[3] = lat
  }
  return all.map(rounded) as Bounds
}
