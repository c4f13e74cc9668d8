import { allCommunes } from '#packages/referentials/communes.server.ts'
import type { Network } from '#tenants/schema.ts'

const FRAME = { width: 640, height: 480 }
const TILE = 256
/** In levels: the territory does not touch the frame. */
const MARGIN = 0.1
/** A territory of one commune, Paris, is a point. */
const CLOSEST = 12

/** The middle of the territory's communes, and the level at which they fill the frame. */
export function mapOf(departments: string[]): Network['map'] {
  const points = allCommunes().filter(({ department }) => departments.includes(department))
  const [south, north] = extent(points.map(({ lat }) => lat))
  const [west, east] = extent(points.map(({ lon }) => lon))
  const wide = (FRAME.width / TILE) * (360 / (east - west))
  const high = FRAME.height / TILE / (mercator(north) - mercator(south))
  return {
    lat: rounded((south + north) / 2, 100),
    lon: rounded((west + east) / 2, 100),
    zoom: rounded(Math.min(CLOSEST, Math.log2(Math.min(wide, high)) - MARGIN), 10),
  }
}

function extent(values: number[]): [number, number] {
  const least = values.reduce((one, other) => Math.min(one, other))
  return [least, values.reduce((one, other) => Math.max(one, other))]
}

/** Height on a Mercator map whose whole height is 1. */
const mercator = (latitude: number) =>
  Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)

const rounded = (value: number, steps: number) => Math.round(value * steps) / steps
