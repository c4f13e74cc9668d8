// Writes every file of generated/ from the packages of reference data and from sources/.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ENGLISH_NAMES, FRENCH_NAMES } from './sources/country-names.ts'
import { COUNTRY_CODES_BY_GROUPING, COUNTRY_CODES_BY_ZONE } from './sources/country-zones.ts'
import { DAC_FRENCH_LABELS } from './sources/dac-french-labels.ts'
import { OVERSEAS_SEATS } from './sources/overseas-collectivities.ts'

interface SourceCommune {
  code: string
  nom: string
  type: string
  departement: string
  codesPostaux?: string[]
  population?: number
}
interface SourceArea {
  code: string
  nom: string
  region: string
  zone: string
}
interface SourceEpci {
  code: string
  nom: string
  membres: { code: string }[]
}
interface Point {
  lat: number
  lon: number
}

const require = createRequire(import.meta.url)
const source = (name: string) => readFileSync(join(import.meta.dirname, 'sources', name), 'utf8')
const write = (name: string, text: string) =>
  writeFileSync(join(import.meta.dirname, 'generated', name), text)
const writeRows = (name: string, rows: (string | number)[][]) =>
  write(name, `${rows.map((row) => row.join('\t')).join('\n')}\n`)

const listing = (name: string, type: string, items: object[]) =>
  `export const ${name}: readonly ${type}[] = [\n${items.map((item) => `  ${JSON.stringify(item)},\n`).join('')}]\n`
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
const typographic = (text: string) => text.replaceAll("'", '’')

const mean = (points: Point[]): Point | undefined => {
  if (points.length === 0) return undefined
  const round = (total: number) => Number((total / points.length).toFixed(4))
  return {
    lat: round(points.reduce((total, { lat }) => total + lat, 0)),
    lon: round(points.reduce((total, { lon }) => total + lon, 0)),
  }
}

const data = (name: string) => require(`@etalab/decoupage-administratif/data/${name}.json`)
const epcis: SourceEpci[] = data('epci').toSorted(byCode)
const inhabited = ({ code, zone }: SourceArea) => zone !== 'com' || code in OVERSEAS_SEATS
const areas: SourceArea[] = data('departements').filter(inhabited).toSorted(byCode)
const regions: SourceArea[] = data('regions').toSorted(byCode)
const communes = (data('communes') as SourceCommune[])
  .filter(
    ({ type, departement }) => type === 'commune-actuelle' && areas.some(({ code }) => code === departement),
  )
  .toSorted(byCode)

const points = new Map<string, Point>()
for (const line of source('communes-centroids.csv').trim().split('\n').slice(1)) {
  const [insee, lon, lat] = line.split(',')
  points.set(insee!, { lat: Number(lat), lon: Number(lon) })
}
const meanOf = (codes: string[]) => mean(codes.flatMap((code) => points.get(code) ?? []))

const centres = new Map<string, Point>()
for (const { code } of areas) {
  const members = communes.filter(({ departement }) => departement === code).map((commune) => commune.code)
  centres.set(code, OVERSEAS_SEATS[code] ?? meanOf(members)!)
}

// The points are those of 2018: a commune born since takes the middle of its EPCI, else of its département.
const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map(({ code }) => [code, epci] as const)))
const pointOf = ({ code, departement }: SourceCommune): Point =>
  points.get(code) ??
  meanOf(epciOf.get(code)?.membres.map((member) => member.code) ?? []) ??
  centres.get(departement)!

writeRows(
  'communes.tsv',
  communes.map((commune) => {
    const { lat, lon } = pointOf(commune)
    const { code, nom, codesPostaux = [], population = 0 } = commune
    return [code, nom, codesPostaux.join(' '), epciOf.get(code)?.code ?? '', population, lat, lon]
  }),
)
writeRows(
  'epci.tsv',
  epcis.map(({ code, nom }) => [code, nom]),
)

const area = ({ code, nom, region }: SourceArea) => ({ code, name: nom, region, ...centres.get(code)! })
write(
  'departments.ts',
  `import type { Department, OverseasCollectivity } from '../departments.ts'\n\n${[
    listing('DEPARTMENTS', 'Department', areas.filter(({ zone }) => zone !== 'com').map(area)),
    listing(
      'OVERSEAS_COLLECTIVITIES',
      'OverseasCollectivity',
      areas.filter(({ zone }) => zone === 'com').map((item) => ({ ...area(item), region: undefined })),
    ),
  ].join('\n')}`,
)
const named = regions.filter(({ zone }) => zone !== 'com').map(({ code, nom }) => ({ code, name: nom }))
write('regions.ts', `import type { Region } from '../regions.ts'\n\n${listing('REGIONS', 'Region', named)}`)

const countryNames = (locale: string): Record<string, string | string[]> =>
  require(`i18n-iso-countries/langs/${locale}.json`).countries
const [french, english] = [countryNames('fr'), countryNames('en')]
const groupingsOf = (code: string) =>
  Object.entries(COUNTRY_CODES_BY_GROUPING).flatMap(([key, codes]) =>
    codes.split(' ').includes(code) ? [key] : [],
  )
const countries = Object.entries(COUNTRY_CODES_BY_ZONE)
  .flatMap(([zone, codes]) => codes.split(' ').map((code) => ({ code, zone })))
  .toSorted(byCode)
  .map(({ code, zone }) => ({
    code,
    fr: typographic(FRENCH_NAMES[code] ?? [french[code]!].flat()[0]!),
    en: typographic(ENGLISH_NAMES[code] ?? [english[code]!].flat()[0]!),
    zone,
    groupings: groupingsOf(code),
  }))
const unplaced = Object.keys(french).filter((code) => !countries.some((country) => country.code === code))
if (unplaced.length > 0) throw new Error(`countries without a zone: ${unplaced.join(' ')}`)
write(
  'countries.ts',
  `import type { Country } from '../countries.ts'\n\n${listing('COUNTRIES', 'Country', countries)}`,
)

// The source writes Every Noun With A Capital and forgets accents on capitals.
const sentenceCase = (label: string) =>
  typographic(label)
    .replace(/\s*&\s*/g, ' et ')
    .replace(/(?<=.)\p{Lu}(?!\p{Lu})(?<!\p{Lu}{2})/gu, (letter) => letter.toLowerCase())
    .replace(/^E(?=duc|nerg)/, 'É')
const dac = Array.from(source('dac-sector-categories.csv').matchAll(/^"(\d+)","(.*)","(.*)"$/gm), (row) => {
  const [, code, en, fr] = row as unknown as [string, string, string, string]
  return { code, fr: DAC_FRENCH_LABELS[code] ?? sentenceCase(fr), en }
})
write(
  'dac-categories.ts',
  `import type { DacCategory } from '../dac.ts'\n\n${listing('DAC_CATEGORIES', 'DacCategory', dac)}`,
)
