import { type GeoJSONSource, Map as GroundMap, setWorkerUrl } from 'maplibre-gl'
import { showCommunes } from './commune-names.ts'
import { drawLetters, FIGURES, inFews, LETTERS } from './letters.ts'
import { countLayer, FACE, nameLayers, styleOf } from './map-style.ts'
import { type Bounds, FARTHEST_ZOOM, type MapPoint } from './points.ts'

export type MapView = { bounds: Bounds; zoom: number; lon: number; lat: number }
export type MapStart = { bounds: Bounds } | { lon: number; lat: number; zoom: number }
/** Addresses; in that of communes, `{square}` stands for one of those of `squares.ts`. */
export type MapGround = { terres: string; noms: string; communes: string }

export type MovingMapOptions = {
  container: HTMLElement
  /** A file of its own: the content policy refuses a worker made of text. */
  workerUrl: string
  ground: MapGround
  locale: string
  start: MapStart
  words: { title: string; twoFingers: string; holdKey: string }
  onSettled: (view: MapView) => void
  onPoint: (point: MapPoint) => void
}

export type MovingMap = {
  draw: (points: MapPoint[]) => void
  /** The ring around the place a list speaks of. */
  mark: (at: [lon: number, lat: number] | null) => void
  show: (bounds: Bounds) => void
  near: (at: [lon: number, lat: number], zoom: number) => void
  zoomBy: (steps: number) => void
  close: () => void
}

/** A finger's width around the place touched. */
const REACH = 8
const EDGE = 24

export async function openMap(options: MovingMapOptions): Promise<MovingMap> {
  const { container, start, words, onSettled, onPoint } = options
  setWorkerUrl(new URL(options.workerUrl, location.href).href)
  const map = new GroundMap({
    container,
    style: styleOf(options),
    ...('bounds' in start
      ? { bounds: start.bounds, fitBoundsOptions: { padding: EDGE } }
      : { center: [start.lon, start.lat] as [number, number], zoom: start.zoom }),
    maxZoom: FARTHEST_ZOOM,
    minZoom: 0.5,
    renderWorldCopies: false,
    // A phone of three pixels a point would draw more than twice as much, for what no eye tells.
    pixelRatio: Math.min(devicePixelRatio, 2),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // On a phone one finger goes down the page, two move the map.
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
    locale: {
      'Map.Title': words.title,
      'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
      'CooperativeGesturesHandler.WindowsHelpText': words.holdKey,
      'CooperativeGesturesHandler.MacHelpText': words.holdKey,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve())
    map.once('error', ({ error }) => reject(error))
  })
  const settled = () => {
    const [[west, south], [east, north]] = map.getBounds().toArray()
    const { lng, lat } = map.getCenter()
    onSettled({ bounds: [west, south, east, north], zoom: map.getZoom(), lon: lng, lat })
  }
  map.on('moveend', settled)
  map.on('click', ({ point: { x, y }, lngLat }) => {
    const found = map.queryRenderedFeatures(
      [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ],
      { layers: ['points'] },
    )
    const points = found.map(({ properties }) => JSON.parse(properties.point) as MapPoint)
    const away = ([lon, lat]: MapPoint) => Math.hypot(lon - lngLat.lng, lat - lngLat.lat)
    const [nearest] = points.sort((a, b) => away(a) - away(b))
    if (!nearest) return
    const [lon, lat, , parts] = nearest
    if (parts === undefined) onPoint(nearest)
    else map.easeTo({ center: [lon, lat], zoom: Math.min(parts, FARTHEST_ZOOM) })
  })
  map.on('mouseenter', 'points', () => (map.getCanvas().style.cursor = 'pointer'))
  map.on('mouseleave', 'points', () => (map.getCanvas().style.cursor = ''))
  settled()
  void write(map, options)
  const number = new Intl.NumberFormat(options.locale)
  return {
    draw: (points) =>
      setData(
        map,
        'points',
        points.map((point) => ({
          at: [point[0], point[1]],
          properties: {
            n: point[2],
            told: point[2] > 1 ? number.format(point[2]) : '',
            parts: point.length > 3,
            point: JSON.stringify(point),
          },
        })),
      ),
    mark: (at) => {
      map.setLayoutProperty('mark', 'visibility', at ? 'visible' : 'none')
      if (at) setData(map, 'mark', [{ at, properties: {} }])
    },
    show: (bounds) => void map.fitBounds(bounds, { padding: EDGE, maxZoom: 13 }),
    near: ([lon, lat], zoom) => void map.easeTo({ center: [lon, lat], zoom: Math.max(zoom, map.getZoom()) }),
    zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps }),
    close: () => map.remove(),
  }
}

function setData(
  map: GroundMap,
  name: string,
  points: { at: [number, number]; properties: Record<string, unknown> }[],
) {
  void map.getSource<GeoJSONSource>(name)?.setData({
    type: 'FeatureCollection',
    features: points.map(({ at, properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: at },
    })),
  })
}

/** What is read, once the lands are seen: in steps, each short enough to let a key or a finger in. */
async function write(map: GroundMap, options: MovingMapOptions) {
  let closed = false
  map.once('remove', () => {
    closed = true
  })
  const drawn = async (letters: string) => {
    for (const few of inFews(letters)) {
      await new Promise((resolve) => setTimeout(resolve))
      if (closed || !map.style) return false
      await drawLetters(map, FACE, few)
    }
    return !closed && Boolean(map.style)
  }
  if (!(await drawn(FIGURES))) return
  map.addLayer(countLayer(options), 'mark')
  if (!(await drawn(LETTERS))) return
  for (const layer of nameLayers(options)) map.addLayer(layer, 'points')
  showCommunes(map, options.ground.communes)
}
