import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { Bounds } from '#packages/map/points.ts'

const require = createRequire(import.meta.url)
const HERE = '/bare-map/'
const FILES: Record<string, string> = {
  'maplibre-gl.mjs': 'text/javascript',
  'maplibre-gl-worker.mjs': 'text/javascript',
  'maplibre-gl.css': 'text/css',
}

export type Floor = 'bare' | 'outlines'

/** The same library in a frame of the same size, and nothing of ours: an empty ground, or our outlines in one colour. */
export async function openBareMap(page: Page, url: string, floor: Floor, size: Size, start: Bounds) {
  await page.route(`**${HERE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(HERE.length)
    const contentType = FILES[name]
    if (!contentType) return route.fulfill({ contentType: 'text/html', body: html(floor, size, start) })
    return route.fulfill({ contentType, body: readFileSync(require.resolve(`maplibre-gl/dist/${name}`)) })
  })
  await page.goto(`${url}${HERE}`)
  await page.locator('[data-open]').waitFor({ state: 'attached' })
}

export type Size = { width: number; height: number }

const html = (floor: Floor, { width, height }: Size, start: Bounds) => `<!doctype html>
<link rel="stylesheet" href="maplibre-gl.css">
<div class="pmap-frame" id="map" style="width:${Math.round(width)}px;height:${Math.round(height)}px"></div>
<script type="module">
import { Map, setWorkerUrl } from './maplibre-gl.mjs'
setWorkerUrl(new URL('./maplibre-gl-worker.mjs', location.href).href)
const source = (name) => ({ type: 'geojson', data: new URL('/contours/' + name + '.json', location.href).href, tolerance: 0.2 })
const lines = (source) => [
  { id: source, type: 'fill', source, paint: { 'fill-color': '#eee' } },
  { id: source + '-lines', type: 'line', source, paint: { 'line-color': '#999', 'line-width': 0.6 } },
]
const sea = { id: 'sea', type: 'background', paint: { 'background-color': '#def' } }
const map = new Map({
  container: 'map',
  style: ${
    floor === 'bare'
      ? '{ version: 8, sources: {}, layers: [sea] }'
      : "{ version: 8, sources: { terres: source('terres') }, layers: [sea, ...lines('terres')] }"
  },
  bounds: ${JSON.stringify(start)},
  fitBoundsOptions: { padding: 24 },
  renderWorldCopies: false,
  attributionControl: false,
})
map.once('load', () => document.body.setAttribute('data-open', ''))
</script>`
