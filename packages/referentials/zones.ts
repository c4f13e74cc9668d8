import type { Label, Locale } from './locale.ts'

// Zones d'intervention, as the networks group countries. They follow the United Nations' M49 regions except
// where a French reader expects otherwise: the island states of the océan Indien together, Sudan with the
// Horn, Malawi, Mozambique, Zambia and Zimbabwe in the south. Each country is in one of them.
export const ZONES = [
  { key: 'west_africa', fr: 'Afrique de l’Ouest', en: 'West Africa' },
  { key: 'central_africa', fr: 'Afrique centrale', en: 'Central Africa' },
  { key: 'east_africa', fr: 'Afrique de l’Est', en: 'East Africa' },
  { key: 'southern_africa', fr: 'Afrique australe', en: 'Southern Africa' },
  { key: 'north_africa', fr: 'Afrique du Nord', en: 'North Africa' },
  { key: 'indian_ocean', fr: 'Océan Indien', en: 'Indian Ocean' },
  { key: 'middle_east', fr: 'Proche et Moyen-Orient', en: 'Middle East' },
  { key: 'western_europe', fr: 'Europe occidentale', en: 'Western Europe' },
  { key: 'eastern_europe', fr: 'Europe centrale et orientale', en: 'Central and Eastern Europe' },
  { key: 'central_asia', fr: 'Caucase et Asie centrale', en: 'Caucasus and Central Asia' },
  { key: 'south_east_asia', fr: 'Asie du Sud et de l’Est', en: 'South and East Asia' },
  { key: 'latin_america', fr: 'Amérique latine', en: 'Latin America' },
  { key: 'caribbean', fr: 'Caraïbes', en: 'Caribbean' },
  { key: 'north_america', fr: 'Amérique du Nord', en: 'North America' },
  { key: 'oceania', fr: 'Océanie', en: 'Oceania' },
] as const satisfies readonly (Label & { key: string })[]

/** What the networks' country groups and calls are named after, across the zones above: a country may be in several. */
export const GROUPINGS = [
  { key: 'sub_saharan_africa', fr: 'Afrique subsaharienne', en: 'Sub-Saharan Africa' },
  { key: 'sahel', fr: 'Sahel', en: 'Sahel' },
  { key: 'maghreb', fr: 'Maghreb', en: 'Maghreb' },
  { key: 'great_lakes', fr: 'Grands Lacs africains', en: 'African Great Lakes' },
  { key: 'mediterranean', fr: 'Méditerranée', en: 'Mediterranean' },
  { key: 'balkans', fr: 'Balkans', en: 'Balkans' },
  { key: 'mekong', fr: 'Asie du Sud-Est', en: 'South-East Asia' },
  { key: 'central_america', fr: 'Amérique centrale', en: 'Central America' },
] as const satisfies readonly (Label & { key: string })[]

export type PlainZoneKey = (typeof ZONES)[number]['key']
export type GroupingKey = (typeof GROUPINGS)[number]['key']
export type ZoneKey = PlainZoneKey | GroupingKey

const zones = new Map<string, Label>([...ZONES, ...GROUPINGS].map((zone) => [zone.key, zone]))

export const zoneLabel = (key: ZoneKey, locale: Locale): string => zones.get(key)![locale]

export const isZone = (key: string): key is ZoneKey => zones.has(key)
