import { geoBounds } from 'd3-geo'
import { feature } from 'topojson-client'
import { outlines } from './outlines.server.ts'
import type { Bounds } from './points.ts'

/** Metropolitan France, as one looks at it. */
export const FRANCE: Bounds = [-5.2, 41.3, 9.7, 51.2]
/** The inhabited world, and the parts of it that are looked at one by one. */
export const WORLD: Bounds = [-120, -45, 140, 62]
export const PARTS = {
  africa: [-18, -35, 52, 38],
  americas: [-118, -56, -34, 33],
  asia: [58, -11, 146, 50],
  europe: [-11, 35, 41, 60],
  middle_east: [25, 12, 60, 42],
  indian_ocean: [38, -27, 60, -8],
} as const satisfies Record<string, Bounds>
export const OVERSEAS = ['971', '972', '973', '974', '976']

/** The frame of some départements; a territory that also has lands overseas is framed in Europe. */
export function frameOf(departments: string[]): Bounds {
  const { topology, territories } = outlines()
  const inEurope = departments.filter((code) => !OVERSEAS.includes(code))
  const codes = inEurope.length > 0 ? inEurope : departments
  const geometries = codes.flatMap((code) => territories.get(code) ?? [])
  if (geometries.length === 0) return FRANCE
  const [[west, south], [east, north]] = geoBounds(
    feature(topology, { type: 'GeometryCollection', geometries }),
  )
  return [west, south, east, north].map((one) => Math.round(one * 100) / 100) as Bounds
}
