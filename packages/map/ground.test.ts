import { geoArea } from 'd3-geo'
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { cutAtAntimeridian } from './antimeridian.ts'
import { GROUNDS } from './ground.server.ts'

type Ground = FeatureCollection<Point | Polygon | MultiPolygon>

const polygonsOf = ({ geometry }: Feature<Point | Polygon | MultiPolygon>) =>
  geometry.type === 'Polygon'
    ? [geometry.coordinates]
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : []

it('no outline of the ground goes back across the map', () => {
  const rings = (JSON.parse(GROUNDS.terres()) as Ground).features.flatMap(polygonsOf).flat()
  expect(rings.length).toBeGreaterThan(100)
  for (const ring of rings) {
    expect(ring.length).toBeGreaterThanOrEqual(4)
    expect(ring[0]).toEqual(ring.at(-1))
    const steps = ring.slice(1).map(([lon], i) => Math.abs(lon! - ring[i]![0]!))
    expect(Math.max(...steps)).toBeLessThan(180)
    expect(Math.max(...ring.map(([lon]) => Math.abs(lon!)))).toBeLessThanOrEqual(180)
  }
})

it('each outline surrounds its land, not the rest of the globe', () => {
  const { features } = JSON.parse(GROUNDS.terres()) as Ground
  for (const coordinates of features.flatMap(polygonsOf))
    expect(geoArea({ type: 'Polygon', coordinates })).toBeLessThan(1)
  const named = (JSON.parse(GROUNDS.noms()) as Ground).features
  const name = named.find(({ properties }) => properties?.fr === 'États-Unis')
  const [lon, lat] = (name!.geometry as Point).coordinates
  expect([Math.round(lon! / 10), Math.round(lat! / 10)]).toEqual([-10, 4])
})

it('both ends of Russia and of Fiji are on the map, each on its side', () => {
  const { features } = JSON.parse(GROUNDS.terres()) as Ground
  const points = features.flatMap(polygonsOf).flat(2)
  const between = (west: number, south: number, east: number, north: number) =>
    points.some(([lon, lat]) => lon! >= west && lon! <= east && lat! >= south && lat! <= north)
  expect(between(-180, 65, -170, 69)).toBe(true)
  expect(between(170, 65, 180, 71)).toBe(true)
  expect(between(177, -18.5, 180, -16)).toBe(true)
})

it('a land across 180° is cut in two there, with its lake', () => {
  const square = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const cut = cutAtAntimeridian({
    type: 'Polygon',
    coordinates: [square(170, 0, -170, 20), square(179, 5, -179, 6)],
  })
  expect(cut.type).toBe('MultiPolygon')
  const extents = (cut.coordinates as number[][][][]).map((rings) =>
    rings.map((ring) => {
      const [lons, lats] = [ring.map(([lon]) => lon!), ring.map(([, lat]) => lat!)]
      return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
    }),
  )
  expect(extents).toEqual([
    [
      [170, 0, 180, 20],
      [179, 5, 180, 6],
    ],
    [
      [-180, 0, -170, 20],
      [-180, 5, -179, 6],
    ],
  ])
})

it('a land that stays on its side is left as it is', () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 0],
  ]
  expect(cutAtAntimeridian({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual({
    type: 'Polygon',
    coordinates: [ring],
  })
})
