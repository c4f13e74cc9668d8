import { allCommunes } from '../referentials/communes.server.ts'
import { squareOf } from './squares.ts'

/** The zoom from which the name of a commune of so many inhabitants may stand on a map. */
const NAMED_FROM = [
  [20_000, 9],
  [5_000, 10],
  [1_000, 11],
  [0, 12],
] as const

/** Communes' names by square of one degree: the ground of a map that comes near, as GeoJSON. */
let squares: Map<string, string> | undefined

export function communeSquares(): Map<string, string> {
  if (squares) return squares
  const gathered = new Map<string, object[]>()
  for (const { name, population, lon, lat } of allCommunes()) {
    const square = squareOf(lon, lat)
    const features = gathered.get(square) ?? []
    gathered.set(square, features)
    const from = NAMED_FROM.find(([least]) => population >= least)![1]
    features.push({
      type: 'Feature',
      properties: { name, from, size: population },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })
  }
  squares = new Map([...gathered].map(([square, features]) => [square, collection(features)]))
  return squares
}

export const NO_COMMUNE = collection([])

function collection(features: object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}
