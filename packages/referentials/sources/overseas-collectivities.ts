// The inhabited overseas collectivities: their communes have no EPCI and no published point, so they are
// placed at the seat of the collectivity.
export const OVERSEAS_SEATS: Record<string, { lat: number; lon: number }> = {
  '975': { lat: 46.779, lon: -56.176 },
  '977': { lat: 17.897, lon: -62.851 },
  '978': { lat: 18.068, lon: -63.083 },
  '986': { lat: -13.282, lon: -176.174 },
  '987': { lat: -17.535, lon: -149.57 },
  '988': { lat: -22.276, lon: 166.457 },
}
