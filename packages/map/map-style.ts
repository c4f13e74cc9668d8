import type {
  DataDrivenPropertyValueSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { COMMUNES_FROM } from './commune-names.ts'
import type { MovingMapOptions } from './moving-map.ts'

/** Drawn from the page's own face, which no server of glyphs need know; quoted, for the name ends in a number. */
export const FACE = '"Source Sans 3"'
/** The zoom from which départements are named, and France no more; communes take their turn. */
const DEPARTMENTS_FROM = 5.5
/** Half a pixel of a line, and no more of the next tile than a line is wide: the rest costs at each move. */
const DRAWN_LIGHT = { tolerance: 0.375, buffer: 16 }
/** Names hold in few tiles: each is looked after at every move. */
const FEW_TILES = { maxzoom: 6, buffer: 64 }

type Drawn = Pick<MovingMapOptions, 'container' | 'locale'>

/** The page's own colours and face: a network's map is in its colours. */
const colours = ({ container }: Drawn) => {
  const css = getComputedStyle(container)
  return (name: string) => css.getPropertyValue(`--${name}`).trim()
}

/** What is seen first: lands and points. What is written on them comes after, in steps. */
export function styleOf(options: MovingMapOptions): StyleSpecification {
  const { ground } = options
  const colour = colours(options)
  const absolute = (address: string) => new URL(address, location.href).href
  const points = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  // An edge of one pixel is drawn with its land; lines of their own width would double the work of each move.
  const land = (name: string) => ({ 'fill-color': colour(name), 'fill-outline-color': colour('line-2') })
  // From afar a hundred départements would be all edges.
  const fading: DataDrivenPropertyValueSpecification<string> = [
    'interpolate',
    ['linear'],
    ['zoom'],
    3,
    colour('surface'),
    5,
    colour('line-2'),
  ]
  return {
    version: 8,
    sources: {
      lands: { type: 'geojson', data: absolute(ground.terres), ...DRAWN_LIGHT },
      names: { type: 'geojson', data: absolute(ground.noms), ...FEW_TILES },
      communes: points,
      points,
      mark: points,
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('info-soft') } },
      { id: 'lands', type: 'fill', source: 'lands', filter: ['!', ['has', 'near']], paint: land('sunken') },
      {
        id: 'france',
        type: 'fill',
        source: 'lands',
        filter: ['has', 'near'],
        paint: { ...land('surface'), 'fill-outline-color': fading },
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

/** How many a circle stands for. */
export const countLayer = (options: Drawn): LayerSpecification => ({
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
  paint: { 'text-color': colours(options)('on-brand') },
})

export function nameLayers(options: Drawn): LayerSpecification[] {
  const colour = colours(options)
  const layer = (
    id: string,
    source: string,
    text: string,
    more: Pick<LayerSpecification & { type: 'symbol' }, 'filter' | 'minzoom' | 'maxzoom' | 'layout'>,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    ...more,
    layout: {
      'text-field': ['get', text],
      'text-font': [FACE],
      'text-size': 12.5,
      'text-max-width': 8,
      'symbol-sort-key': ['-', 0, ['get', 'size']],
      ...more.layout,
    },
    paint: { 'text-color': colour('ink-3'), 'text-halo-color': colour('surface'), 'text-halo-width': 1.2 },
  })
  return [
    layer('country-names', 'names', options.locale, {
      filter: ['all', ['!', ['has', 'near']], ['!=', ['get', 'fr'], 'France']],
    }),
    layer('france-name', 'names', options.locale, {
      maxzoom: DEPARTMENTS_FROM,
      filter: ['==', ['get', 'fr'], 'France'],
    }),
    layer('department-names', 'names', options.locale, {
      minzoom: DEPARTMENTS_FROM,
      maxzoom: COMMUNES_FROM,
      filter: ['has', 'near'],
    }),
    layer('commune-names', 'communes', 'name', {
      minzoom: COMMUNES_FROM,
      filter: ['>=', ['zoom'], ['get', 'from']],
      // Organisations stand at the middle of their commune: its name is written under their circle.
      layout: { 'text-anchor': 'top', 'text-offset': [0, 1.2] },
    }),
  ]
}
