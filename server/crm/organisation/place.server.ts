import { communeByInsee, postalCodeOf } from '#packages/referentials/communes.server.ts'
import { FRANCE } from '#packages/referentials/countries.ts'
import type { OrganisationInput } from './organisation.schema.ts'

/** Where a commune puts an organisation: enough for the map, with no geocoding service. */
export function placeOf(insee: string | null, postalCode: string | null) {
  const commune = insee ? communeByInsee(insee) : undefined
  if (!commune) return { insee: null, city: null, postalCode: null, department: null, lat: null, lon: null }
  const { name, department, lat, lon } = commune
  return {
    insee: commune.insee,
    city: name,
    postalCode: postalCodeOf(commune, postalCode) ?? null,
    department,
    lat,
    lon,
  }
}

/** Farther from its commune, a point is another place's. */
const FARTHEST_KM = 30

type Seat = Pick<OrganisationInput, 'seatCountry' | 'seatPrivate' | 'insee' | 'postalCode' | 'city' | 'point'>

/** Where an organisation has its seat. A home is never more precise than its commune. */
export function seatOf({ seatCountry, seatPrivate, insee, postalCode, city, point }: Seat) {
  if (seatCountry !== FRANCE) return { ...placeOf(null, null), city }
  const place = placeOf(insee, postalCode)
  if (!point || seatPrivate || place.lat === null || kilometres(point, place) > FARTHEST_KM) return place
  return { ...place, ...point }
}

type Point = { lat: number; lon: number }

/** Good enough at this scale: the Earth is flat around a commune. */
function kilometres(one: Point, other: Point): number {
  const north = (one.lat - other.lat) * 111
  const east = (one.lon - other.lon) * 111 * Math.cos((other.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}
