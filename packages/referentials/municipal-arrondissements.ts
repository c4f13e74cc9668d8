// Paris, Marseille and Lyon are divided into arrondissements that have INSEE codes of their own; the
// register of establishments gives those, never the code of the city.
const DIVIDED_CITIES = [
  { city: '75056', first: 75101, last: 75120 },
  { city: '13055', first: 13201, last: 13216 },
  { city: '69123', first: 69381, last: 69389 },
]

/** The code of the city when `insee` is one of its arrondissements, else `insee` itself. */
export const cityOfArrondissement = (insee: string): string =>
  DIVIDED_CITIES.find(({ first, last }) => Number(insee) >= first && Number(insee) <= last)?.city ?? insee
