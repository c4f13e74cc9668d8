import type { Feature } from 'geojson'
import type { GeoJSONSource, Map as GroundMap } from 'maplibre-gl'
import type { Bounds } from './points.ts'
import { squaresOf } from './squares.ts'

/** Farther away, a frame holds too many squares, and no name of a commune is written. */
export const COMMUNES_FROM = 9
/** Squares kept at hand; beyond, those of the frame alone. */
const MOST_KEPT = 24

/** Names of the communes one looks at, fetched square by square as the map comes near. */
export function showCommunes(map: GroundMap, address: string) {
  const kept = new Map<string, Feature[]>()
  const look = async () => {
    if (map.getZoom() < COMMUNES_FROM) return
    const [[west, south], [east, north]] = map.getBounds().toArray()
    const here = squaresOf([west, south, east, north] satisfies Bounds)
    const missing = here.filter((square) => !kept.has(square))
    if (missing.length === 0) return
    if (kept.size + missing.length > MOST_KEPT)
      for (const square of kept.keys()) if (!here.includes(square)) kept.delete(square)
    for (const square of missing) kept.set(square, [])
    await Promise.all(
      missing.map(async (square) => {
        const features = await read(address.replace('{square}', square))
        // Asked for again at the next move.
        if (features) kept.set(square, features)
        else kept.delete(square)
      }),
    )
    if (!map.style) return
    void map
      .getSource<GeoJSONSource>('communes')
      ?.setData({ type: 'FeatureCollection', features: [...kept.values()].flat() })
  }
  map.on('moveend', () => void look())
  void look()
}

async function read(address: string): Promise<Feature[] | null> {
  try {
    const response = await fetch(address, { credentials: 'omit' })
    return response.ok ? (await response.json()).features : null
  } catch {
    return null
  }
}
