import type { MapView, MovingMap } from '#packages/map/moving-map.ts'
import { type Bounds, type MapPoint, type PlacedItem, writeBounds } from '#packages/map/points.ts'
import type { PointMapAnswer } from './point-map-view.ts'

/** A hair around one place, in degrees: a dozen metres. */
const HAIR = 0.0001
const NEAREST = 17

export type Shown = {
  answer: PointMapAnswer | null
  failed: boolean
  picked: { told: string; items: PlacedItem[]; more: boolean } | null
}

/** What the map looks at, asked again at each move and each change of the filters; a late answer is dropped. */
export class PointsReader {
  #address: string
  #query = ''
  #tell: (shown: Shown) => void
  #shown: Shown = { answer: null, failed: false, picked: null }
  #looking: MapView | null = null
  #map: MovingMap | null = null
  #pending: AbortController | null = null

  constructor(address: string, tell: (shown: Shown) => void) {
    this.#address = address
    this.#tell = tell
  }

  hold(map: MovingMap | null) {
    this.#map = map
    if (this.#shown.answer) map?.draw(this.#shown.answer.points)
    if (map === null) this.#pending?.abort()
  }

  search(query: string) {
    if (query === this.#query) return
    this.#query = query
    this.unpick()
    void this.again()
  }

  look(view: MapView) {
    this.#looking = view
    void this.again()
  }

  async again() {
    if (!this.#looking) return
    this.#pending?.abort()
    const current = new AbortController()
    this.#pending = current
    try {
      const answer = await this.#ask(this.#looking.bounds, this.#looking.zoom, current.signal)
      if (current.signal.aborted) return
      this.#map?.draw(answer.points)
      this.#show({ answer, failed: false })
    } catch {
      if (!current.signal.aborted) this.#show({ failed: true })
    }
  }

  async pick([lon, lat]: MapPoint) {
    try {
      const { items, told, here } = await this.#ask([lon - HAIR, lat - HAIR, lon + HAIR, lat + HAIR], NEAREST)
      this.#map?.mark([lon, lat])
      this.#show({ picked: { told: told.here, items, more: here > items.length } })
    } catch {
      this.#show({ failed: true })
    }
  }

  unpick() {
    this.#map?.mark(null)
    this.#show({ picked: null })
  }

  #show(changed: Partial<Shown>) {
    this.#shown = { ...this.#shown, ...changed }
    this.#tell(this.#shown)
  }

  async #ask(bounds: Bounds, zoom: number, signal: AbortSignal | null = null): Promise<PointMapAnswer> {
    const frame = `bbox=${writeBounds(bounds)}&z=${Math.floor(zoom)}`
    const address = `${this.#address}?${this.#query ? `${this.#query}&` : ''}${frame}`
    const response = await fetch(address, { signal, credentials: 'omit' })
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return response.json()
  }
}
