/** Where the networks are: the clocks that a session or a network may be told by. */
export const TIME_ZONES = [
  'Europe/Paris',
  'America/Cayenne',
  'America/Guadeloupe',
  'America/Martinique',
  'Indian/Mayotte',
  'Indian/Reunion',
] as const
export type TimeZone = (typeof TIME_ZONES)[number]

/** Its town or island, by which translations call it. */
export const townOf = (zone: TimeZone): string => zone.slice(zone.indexOf('/') + 1).toLowerCase()
