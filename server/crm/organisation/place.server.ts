import { communeByInsee, postalCodeOf } from '#packages/referentials/communes.server.ts'

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
