import { geoBounds } from 'd3-geo'
import { feature } from 'topojson-client'
import { outlines } from './outlines.server.ts'
import type { Bounds } from './points.ts'

/** Metropolitan France, as one looks at it. */
export const FRANCE: Bounds = [-5.2, 41.3, 9.7, 51.2]
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
