import { readFileSync } from 'node:fs'
import { geoArea, geoCentroid } from 'd3-geo'
import type { Feature, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { COUNTRIES } from '../referentials/countries.ts'
import { DEPARTMENTS } from '../referentials/departments.ts'
import { cutAtAntimeridian } from './antimeridian.ts'

/** The ground of a map one moves: lands, and where their names stand, as GeoJSON the browser keeps. */
export const GROUNDS = { terres: lands, noms: names }
export type GroundName = keyof typeof GROUNDS

type Coded = Feature<Polygon | MultiPolygon, { code?: string }>
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../referentials/outlines/${name}.topo.json`, import.meta.url), 'utf8'))

const countries = () => {
  const topology = read('countries-near') as Topology<{ countries: GeometryCollection<{ code: string }> }>
  return feature(topology, topology.objects.countries).features as Coded[]
}

/**
 * Countries (Natural Earth) but France, which its départements draw finer (IGN, Admin Express): `near` says so.
 * One file, so one source: each more is cut out of the frame again, tile by tile, at every move.
 */
function lands(): string {
  const topology = read('departements') as Topology<{ departements: GeometryCollection<{ code: string }> }>
  const departments = feature(topology, topology.objects.departements).features as Coded[]
  return collection([
    ...countries()
      .filter(({ properties }) => properties.code !== 'FR')
      .map((country) => bare(country)),
    ...departments.map((department) => bare(department, { near: 1 })),
  ])
}

/** Of countries and, `near`, of départements. */
function names(): string {
  const shapes = countries()
  const named = COUNTRIES.flatMap(({ code, fr, en }) => {
    const own = shapes.filter(({ properties }) => properties.code === code).map(largest)
    const [main] = own.sort((a, b) => geoArea(b) - geoArea(a))
    return main ? [name(geoCentroid(main), { fr, en, size: geoArea(main) })] : []
  })
  const departments = DEPARTMENTS.map(({ lon, lat, name: label }) =>
    name([lon, lat], { fr: label, en: label, size: 0, near: 1 }),
  )
  return collection([...named, ...departments])
}

function largest({ geometry }: Coded): Polygon {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const polygons = rings.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return polygons.reduce((a, b) => (geoArea(b) > geoArea(a) ? b : a))
}

const bare = ({ geometry }: Coded, properties: { near?: 1 } = {}): Feature<Polygon | MultiPolygon> => ({
  type: 'Feature',
  properties,
  geometry: cutAtAntimeridian(geometry),
})

const name = (
  at: Position,
  properties: { fr: string; en: string; size: number; near?: 1 },
): Feature<Point> => ({
  type: 'Feature',
  properties: { ...properties, size: Math.round(properties.size * 1e5) },
  geometry: { type: 'Point', coordinates: at },
})

/** To about a hundred metres: nearer, there is no ground to tell. */
const collection = (features: Feature[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features }, (key, value) =>
    typeof value === 'number' && key !== 'size' ? Math.round(value * 1000) / 1000 : value,
  )
