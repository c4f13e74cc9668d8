import { readFileSync } from 'node:fs'
import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { Area, MapDrawing } from './areas.ts'
import { PathData } from './path-data.ts'

type Country = Polygon<{ code: string }> | MultiPolygon<{ code: string }>
type Outlines = Topology<{ countries: GeometryCollection<{ code: string }> }>

const FILE = new URL('../referentials/outlines/countries.topo.json', import.meta.url)
const WIDTH = 800
const HEIGHT = 380
/** An island state nobody would see is told by a dot as well. */
const SEEN = 8
const DOT = 3

/** Lands of a code of their own that the outlines leave out, or draw as part of another country. */
const POINTS: Record<string, [number, number]> = {
  BQ: [-68.3, 12.2],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GF: [-53.1, 3.9],
  GI: [-5.4, 36.1],
  GP: [-61.5, 16.2],
  MQ: [-61, 14.6],
  RE: [55.5, -21.1],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  YT: [45.2, -12.8],
}

let read: ReturnType<typeof prepare> | undefined
function prepare() {
  const topology = JSON.parse(readFileSync(FILE, 'utf8')) as Outlines
  const countries = new Map<string, Country[]>()
  for (const one of topology.objects.countries.geometries as Country[]) {
    const { code } = one.properties!
    countries.set(code, [...(countries.get(code) ?? []), one])
  }
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitSize([WIDTH, HEIGHT], feature(topology, topology.objects.countries))
  return { topology, countries, projection, paths: new Map<string, string>() }
}

/** Countries by their code, with their outlines; the others are the rest of the world. */
export function drawWorld(areas: Area[]): MapDrawing {
  read ??= prepare()
  const { countries, topology } = read
  const told = new Set(areas.map(({ key }) => key))
  const others = [...countries].flatMap(([code, shapes]) => (told.has(code) ? [] : shapes))
  return {
    width: WIDTH,
    height: HEIGHT,
    areas: areas.map((area) => ({ ...area, path: pathOf(area.key) })),
    rest: others.length > 0 ? drawn(merge(topology, others)) : '',
    borders: '',
    insets: [],
  }
}

function pathOf(code: string): string {
  const known = read!.paths.get(code)
  if (known !== undefined) return known
  const path = countryPath(code)
  read!.paths.set(code, path)
  return path
}

function countryPath(code: string): string {
  const { countries, topology, projection } = read!
  const shapes = countries.get(code)
  if (!shapes) return code in POINTS ? dotAt(projection(POINTS[code]!)!) : ''
  const shape = merge(topology, shapes)
  const measure = geoPath(projection)
  return measure.area(shape) < SEEN ? drawn(shape) + dotAt(measure.centroid(shape)) : drawn(shape)
}

function drawn(shape: GeoPermissibleObjects): string {
  const data = new PathData()
  geoPath(read!.projection, data as never)(shape)
  return data.toString()
}

const dotAt = ([x, y]: [number, number]) =>
  `M${(x - DOT).toFixed(1)} ${y.toFixed(1)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0-${2 * DOT} 0z`
