import type { Bounds } from './points.ts'

/** Squares of one degree, by their south-west corner: what is fetched of a ground too large to be sent whole. */
export const SQUARE = /^-?\d{1,3}_-?\d{1,2}$/

export const squareOf = (lon: number, lat: number) => `${Math.floor(lon)}_${Math.floor(lat)}`

export function squaresOf([west, south, east, north]: Bounds): string[] {
  const squares: string[] = []
  for (let lon = Math.floor(west); lon <= east; lon++)
    for (let lat = Math.floor(south); lat <= north; lat++) squares.push(squareOf(lon, lat))
  return squares
}
