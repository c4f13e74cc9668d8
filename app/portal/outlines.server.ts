import { createHash } from 'node:crypto'
import type { Area, MapDrawing } from '#packages/map/areas.ts'
import { communeSquares, NO_COMMUNE } from '#packages/map/commune-squares.server.ts'
import { drawFrance } from '#packages/map/draw-france.server.ts'
import { drawWorld } from '#packages/map/draw-world.server.ts'
import { AROUND_PARIS } from '#packages/map/frames.server.ts'
import { GROUNDS, type GroundName } from '#packages/map/ground.server.ts'
import type { MapGround } from '#packages/map/moving-map.ts'
import { outlinesFile } from '#packages/map/outlines-file.ts'
import { SQUARE } from '#packages/map/squares.ts'
import { COUNTRIES } from '#packages/referentials/countries.ts'
import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import { nameOf, regionalNetworks } from '../shell.server.ts'

const MAPS = {
  reseaux: () =>
    drawFrance(
      regionalNetworks().map((network) => ({
        key: network.slug,
        departments: network.departments,
        label: nameOf(network),
      })),
    ),
  departements: () => ({
    ...drawFrance(DEPARTMENTS.map(({ code, name }) => ({ key: code, departments: [code], label: name }))),
    rest: drawFrance([]).rest,
  }),
  monde: () => ({
    ...drawWorld(COUNTRIES.map(({ code, fr }) => ({ key: code, label: fr }))),
    rest: drawWorld([]).rest,
  }),
} satisfies Record<string, () => MapDrawing>
export type MapName = keyof typeof MAPS

const drawn = new Map<MapName, { file: string; address: string; frame: Omit<MapDrawing, 'areas'> }>()

function outlined(name: MapName) {
  const known = drawn.get(name)
  if (known) return known
  const drawing: MapDrawing = MAPS[name]()
  const { areas: _, ...frame } = drawing
  const file = outlinesFile(drawing)
  const made = { file, address: `/contours/${name}.svg?v=${versionOf(file)}`, frame }
  drawn.set(name, made)
  return made
}

const DRAWN = new Set(DEPARTMENTS.map(({ code }) => code))

/** Listings know départements that no drawing has. */
export const drawsDepartment = (code: string) => DRAWN.has(code)

const versionOf = (file: string) => createHash('sha256').update(file).digest('hex').slice(0, 12)

const isMap = (name: string): name is MapName => Object.hasOwn(MAPS, name)

/** The file of a map's outlines, by its name. */
export const outlinesOf = (name: string): string | null => (isMap(name) ? outlined(name).file : null)

/** A map whose outlines the browser fetches once, and keeps: here are only its areas' names and figures. */
export function mapOf(name: MapName, areas: Area[]): MapDrawing {
  const { address, frame } = outlined(name)
  const around = name !== 'departements' || areas.some(({ key }) => AROUND_PARIS.includes(key))
  const insets = around ? frame.insets : frame.insets.filter(({ key }) => key !== 'paris')
  return { ...frame, insets, rest: '', borders: '', areas, outlines: address }
}

const grounds = new Map<GroundName, string>()

const isGround = (name: string): name is GroundName => Object.hasOwn(GROUNDS, name)

const COMMUNES = 'communes,'

/** A file of the ground of maps one moves in, by its name. */
export function groundOf(name: string): string | null {
  if (name.startsWith(COMMUNES)) {
    const square = name.slice(COMMUNES.length)
    return SQUARE.test(square) ? (communeSquares().get(square) ?? NO_COMMUNE) : null
  }
  if (!isGround(name)) return null
  const known = grounds.get(name)
  if (known) return known
  const made = GROUNDS[name]()
  grounds.set(name, made)
  return made
}

const groundAddress = (name: GroundName) => `/contours/${name}.json?v=${versionOf(groundOf(name)!)}`

let addresses: MapGround | undefined

/** Where a map one moves in finds its ground. */
export function mapGround(): MapGround {
  addresses ??= {
    terres: groundAddress('terres'),
    noms: groundAddress('noms'),
    communes: `/contours/${COMMUNES}{square}.json?v=${versionOf([...communeSquares().values()].join())}`,
  }
  return addresses
}
