import { geoPath } from 'd3-geo'
import { merge, mesh } from 'topojson-client'
import type { AreaOfFrance, MapDrawing } from './areas.ts'
import { type Frame, frames, HEIGHT, WIDTH } from './frames.server.ts'
import { outlines, type Territory } from './outlines.server.ts'
import { PathData } from './path-data.ts'

/** How many different cuttings of the country are remembered: each is drawn once. */
const REMEMBERED = 100
const drawn = new Map<string, { paths: string[]; rest: string; borders: string; insets: string[] }>()

/** Areas with their outlines: called by a loader, shown by `AreaMap`. A département is in one area at most. */
export function drawFrance(areas: AreaOfFrance[]): MapDrawing {
  const cut = areas.map((area) => area.departments)
  const key = JSON.stringify(cut)
  const shape = drawn.get(key) ?? draw(cut)
  drawn.delete(key)
  drawn.set(key, shape)
  if (drawn.size > REMEMBERED) drawn.delete(drawn.keys().next().value!)
  return {
    width: WIDTH,
    height: HEIGHT,
    areas: areas.map((area, index) => ({ ...area, path: shape.paths[index]! })),
    rest: shape.rest,
    borders: shape.borders,
    insets: frames().flatMap(({ key: name, box }) =>
      shape.insets.includes(name) ? [{ key: name, label: nameOf(name), ...box }] : [],
    ),
  }
}

const nameOf = (frame: string) => outlines().territories.get(frame)?.properties?.nom ?? 'Paris'

function draw(cut: string[][]) {
  const owner = new Map(cut.flatMap((codes, index) => codes.map((code) => [code, index] as const)))
  const single = new Set(cut.flatMap((codes) => (codes.length === 1 ? codes : [])))
  // Paris and its neighbours get their own frame only where they are told apart.
  const shown = frames().filter(
    ({ key, departments }) => key !== 'paris' || departments.some((code) => single.has(code)),
  )
  const others = [...outlines().territories.keys()].filter((code) => !owner.has(code))
  const outline = (codes: string[]) => shown.map((frame) => merged(frame, codes)).join('')
  return {
    paths: cut.map(outline),
    rest: outline(others),
    borders: shown.map((frame) => inner(frame, owner)).join(''),
    insets: shown.map(({ key }) => key).filter((key) => key !== 'france'),
  }
}

function merged(frame: Frame, codes: string[]): string {
  const { topology, territories } = outlines()
  const here = codes.filter((code) => frame.departments.includes(code))
  const shapes = here.flatMap((code) => territories.get(code) ?? [])
  return shapes.length ? path(frame, merge(topology, shapes)) : ''
}

function inner(frame: Frame, owner: Map<string, number>): string {
  const { topology, territories } = outlines()
  const geometries = frame.departments.map((code) => territories.get(code) as Territory)
  const codes = new Map<unknown, string>(geometries.map((one, index) => [one, frame.departments[index]!]))
  const same = (a: unknown, b: unknown) => a !== b && owner.get(codes.get(a)!) === owner.get(codes.get(b)!)
  return path(frame, mesh(topology, { type: 'GeometryCollection', geometries }, same))
}

function path({ projection }: Frame, shape: Parameters<ReturnType<typeof geoPath>>[0]): string {
  const data = new PathData()
  geoPath(projection, data as never)(shape)
  return data.toString()
}
