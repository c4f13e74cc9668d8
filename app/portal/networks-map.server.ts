import { createHash } from 'node:crypto'
import { drawFrance } from '#packages/map/draw-france.server.ts'
import { nameOf, regionalNetworks } from '../shell.server.ts'
import type { MapView } from './networks-map.tsx'

function drawing() {
  return drawFrance(
    regionalNetworks().map(({ slug, departments, ...network }) => ({
      key: slug,
      departments,
      label: nameOf({ slug, departments, ...network }),
    })),
  )
}

/** Every outline by its network's name, as one file. */
export function outlinesFile(): string {
  const { width, height, areas, rest, borders } = drawing()
  const paths = [
    ...areas.map(({ key, path }) => ({ key, path })),
    { key: 'ailleurs', path: rest },
    { key: 'limites', path: borders },
  ]
  const drawn = paths.map(({ key, path }) => `<path id="${key}" d="${path}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawn}</svg>`
}

let version: string | undefined

export function mapView(areas: MapView['areas']): MapView {
  const { width, height, insets } = drawing()
  version ??= createHash('sha256').update(outlinesFile()).digest('hex').slice(0, 12)
  return { width, height, insets, areas, outlines: `/reseaux.svg?v=${version}` }
}
