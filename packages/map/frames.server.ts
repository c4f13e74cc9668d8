import { type GeoProjection, geoConicConformal, geoMercator } from 'd3-geo'
import { feature } from 'topojson-client'
import { codeOf, outlines, type Territory } from './outlines.server.ts'

/** A rectangle of the drawing and who is in it: France in Europe, then each territory too far or too small. */
export type Frame = { key: string; departments: string[]; box: Box; projection: GeoProjection }
export type Box = { x: number; y: number; width: number; height: number }

export const WIDTH = 600
export const HEIGHT = 640
const OVERSEAS = ['971', '972', '973', '974', '976']
/** Too small to be told apart on the country: drawn again, larger, where one of them is. */
export const AROUND_PARIS = ['75', '92', '93', '94']
const INSET = { width: 96, height: 92 }
const MARGIN = 8

let made: Frame[] | undefined

export function frames(): Frame[] {
  made ??= [mainland(), ...OVERSEAS.map(overseas), aroundParis()]
  return made
}

function mainland(): Frame {
  const departments = [...outlines().territories.keys()].filter((code) => !OVERSEAS.includes(code))
  const box = { x: 0, y: 0, width: WIDTH, height: HEIGHT - INSET.height - 3 * MARGIN }
  return fitted('france', departments, box, geoConicConformal().rotate([-3, 0]).parallels([44, 49]))
}

function overseas(code: string, position: number): Frame {
  return fitted(code, [code], insetBox(position), geoMercator())
}

function aroundParis(): Frame {
  return fitted('paris', AROUND_PARIS, insetBox(OVERSEAS.length), geoMercator())
}

function insetBox(position: number): Box {
  const step = WIDTH / (OVERSEAS.length + 1)
  return { x: position * step + 2, y: HEIGHT - INSET.height - 2, ...INSET }
}

function fitted(key: string, departments: string[], box: Box, projection: GeoProjection): Frame {
  const { topology, territories } = outlines()
  const shown = departments.map((code) => territories.get(code) as Territory)
  projection.fitExtent(
    [
      [box.x + MARGIN, box.y + MARGIN],
      [box.x + box.width - MARGIN, box.y + box.height - MARGIN],
    ],
    feature(topology, { type: 'GeometryCollection', geometries: shown }),
  )
  return { key, departments: shown.map(codeOf), box, projection }
}
