/** What a map of points asks its address and is answered: what the view needs, and no more. */

/** West, south, east, north, in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number]

/**
 * A circle of the map: where, how many it stands for, and for a cluster the zoom at which it parts.
 * Several without a zoom stand at one very place: they are listed, not parted.
 */
export type MapPoint = [lon: number, lat: number, count: number, parts?: number]

export type PlacedItem = { name: string; what: string; href: string; lon: number; lat: number }

export type PointsAnswer = {
  /** Those of the whole search, those of them that have a place, and those of this view. */
  found: number
  placed: number
  here: number
  /** Where all of them are. */
  all: Bounds | null
  points: MapPoint[]
  /** The first of this view by name, however they are drawn. */
  items: PlacedItem[]
}

export const MOST_LISTED = 30
export const FARTHEST_ZOOM = 17

/** `2.1,44.9,6.5,47` and nothing else; what lies beyond the map's own edges is cut. */
export function readBounds(text: string): Bounds | null {
  if (!/^-?\d{1,3}(\.\d{1,8})?(,-?\d{1,3}(\.\d{1,8})?){3}$/.test(text)) return null
  const [west, south, east, north] = text.split(',').map(Number) as Bounds
  const bounds: Bounds = [within(west, 180), within(south, 90), within(east, 180), within(north, 90)]
  return bounds[0] < bounds[2] && bounds[1] < bounds[3] ? bounds : null
}

const within = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees))

export const writeBounds = (bounds: Bounds) => bounds.map((one) => Number(one.toFixed(4))).join(',')

/** What is drawn reaches past the frame, so that a short move shows no empty edge. */
export function widened([west, south, east, north]: Bounds, share = 0.25): Bounds {
  const [dx, dy] = [(east - west) * share, (north - south) * share]
  return [within(west - dx, 180), within(south - dy, 90), within(east + dx, 180), within(north + dy, 90)]
}
