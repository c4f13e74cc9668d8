import type { MapView } from '#packages/map/moving-map.ts'

const NAME = 'pos'

/** Where the map was when the address was shared: `?pos=45.83,1.26,7.5`. */
export function readPosition() {
  const asked = new URLSearchParams(location.search).get(NAME)
  if (!asked || !/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(asked)) return null
  const [lat, lon, zoom] = asked.split(',').map(Number) as [number, number, number]
  return Math.abs(lat) < 86 && Math.abs(lon) <= 180 ? { lat, lon, zoom } : null
}

/** Browsers count how often an address is rewritten, and refuse: once the map rests. */
const REST_MS = 150
let resting: ReturnType<typeof setTimeout> | undefined

/** In place: Back leads to the page before, not through every movement. */
export function writePosition({ lat, lon, zoom }: MapView) {
  const page = location.pathname
  clearTimeout(resting)
  resting = setTimeout(() => {
    if (location.pathname !== page) return
    const url = new URL(location.href)
    url.searchParams.set(NAME, [lat.toFixed(4), lon.toFixed(4), zoom.toFixed(1)].map(Number).join(','))
    history.replaceState(history.state, '', url.pathname + url.search.replaceAll('%2C', ',') + url.hash)
  }, REST_MS)
}
