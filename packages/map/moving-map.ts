import { type GeoJSONSource, Map as GroundMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import { type Bounds, FARTHEST_ZOOM, type MapPoint } from './points.ts'

export type MapView = { bounds: Bounds; zoom: number; lon: number; lat: number }
export type MapStart = { bounds: Bounds } | { lon: number; lat: number; zoom: number }
export type MapGround = { pays: string; territoires: string }

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

export function canDraw(): boolean {
  const canvas = document.createElement('canvas')
  return Boolean(canvas.getContext('webgl2') ?? canvas.getContext('webgl'))
}

/** Drawn from the page's own face, which no server of glyphs need know; quoted, for the name ends in a number. */
const FACE = '"Source Sans 3"'
/** The zoom from which départements are named, and France no more. */
const NAMED_FROM = 5.5
/** Half a pixel of a line, and no more of the next tile than a line is wide: the rest costs at each move. */
const DRAWN_LIGHT = { tolerance: 0.375, buffer: 16 }
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

/** The page's own colours and face: a network's map is in its colours. */
function styleOf({ container, ground, locale }: MovingMapOptions): StyleSpecification {
  const css = getComputedStyle(container)
  const colour = (name: string) => css.getPropertyValue(`--${name}`).trim()
  const absolute = (address: string) => new URL(address, location.href).href
  const points = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  const names = {
    'text-field': ['get', locale] as ['get', string],
    'text-font': [FACE],
    'text-size': 12.5,
    'text-max-width': 8,
    'symbol-sort-key': ['-', 0, ['get', 'size']] as ['-', 0, ['get', string]],
  }
  // Borders are drawn above: edges made smooth under them would be drawn twice.
  const plain = (name: string) => ({ 'fill-color': colour(name), 'fill-antialias': false })
  const halo = { 'text-color': colour('ink-3'), 'text-halo-color': colour('surface'), 'text-halo-width': 1.2 }
  return {
    version: 8,
    sources: {
      pays: { type: 'geojson', data: absolute(ground.pays), ...DRAWN_LIGHT },
      territoires: { type: 'geojson', data: absolute(ground.territoires), ...DRAWN_LIGHT },
      points,
      mark: points,
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('info-soft') } },
      { id: 'lands', type: 'fill', source: 'pays', paint: plain('sunken') },
      {
        id: 'borders',
        type: 'line',
        source: 'pays',
        paint: { 'line-color': colour('line-2'), 'line-width': 0.6 },
      },
      { id: 'france', type: 'fill', source: 'territoires', paint: plain('surface') },
      {
        id: 'departments',
        type: 'line',
        source: 'territoires',
        paint: {
          'line-color': colour('line-2'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.3, 8, 1.1],
        },
      },
      {
        id: 'country-names',
        type: 'symbol',
        source: 'pays',
        filter: ['all', ['has', 'fr'], ['!=', ['get', 'fr'], 'France']],
        layout: names,
        paint: halo,
      },
      {
        id: 'france-name',
        type: 'symbol',
        source: 'pays',
        maxzoom: NAMED_FROM,
        filter: ['==', ['get', 'fr'], 'France'],
        layout: names,
        paint: halo,
      },
      {
        id: 'department-names',
        type: 'symbol',
        source: 'territoires',
        minzoom: NAMED_FROM,
        filter: ['has', 'fr'],
        layout: names,
        paint: halo,
      },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-color': colour('brand'),
          'circle-radius': ['step', ['get', 'n'], 8, 2, 14, 10, 17, 100, 21, 1000, 26],
          'circle-stroke-width': 2,
          'circle-stroke-color': [
            'case',
            ['any', ['get', 'parts'], ['==', ['get', 'n'], 1]],
            colour('surface'),
            colour('sun'),
          ],
        },
      },
      {
        id: 'counts',
        type: 'symbol',
        source: 'points',
        layout: {
          'text-field': ['get', 'told'],
          'text-font': [FACE],
          'text-size': 13,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': colour('on-brand') },
      },
      {
        id: 'mark',
        type: 'circle',
        source: 'mark',
        // What is not shown is not cut into tiles, at each move.
        layout: { visibility: 'none' },
        paint: {
          'circle-radius': 14,
          'circle-opacity': 0,
          'circle-stroke-width': 4,
          'circle-stroke-color': colour('sun'),
        },
      },
    ],
  }
}
