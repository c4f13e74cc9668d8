import { departmentByCode, departmentCodeOf } from './departments.ts'
import { readGeneratedFile } from './generated-file.server.ts'
import { cityOfArrondissement } from './municipal-arrondissements.ts'
import { slipsBetween } from './slips.ts'
import { foldText } from './text.ts'

export interface Commune {
  insee: string
  name: string
  /** Code of the département, or of the overseas collectivity. */
  department: string
  /** Code of the région; in an overseas collectivity, which has none, the collectivity's own code. */
  region: string
  postalCodes: string[]
  /** SIREN of the grouping of communes it belongs to. */
  epci: string | null
  population: number
  lat: number
  lon: number
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const rows = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

const communeOf = ([insee, name, postalCodes, epci, population, lat, lon]: string[]): Commune => {
  const department = departmentCodeOf(insee!)
  return {
    insee: insee!,
    name: name!,
    department,
    region: departmentByCode(department)?.region ?? department,
    postalCodes: postalCodes!.split(' '),
    epci: epci || null,
    population: Number(population),
    lat: Number(lat),
    lon: Number(lon),
  }
}

const communes = once(() => rows(readGeneratedFile('communes.tsv')).map(communeOf))

const byInsee = once(() => new Map(communes().map((commune) => [commune.insee, commune])))

const byPostalCode = once(() => {
  const found = new Map<string, Commune[]>()
  for (const commune of communes()) {
    for (const postalCode of commune.postalCodes) {
      const neighbours = found.get(postalCode)
      if (neighbours) neighbours.push(commune)
      else found.set(postalCode, [commune])
    }
  }
  return found
})

const epciNames = once(
  () => new Map(rows(readGeneratedFile('epci.tsv')).map(([siren, name]) => [siren!, name!])),
)

/** Whatever stands between two words reads as a space, St and Ste in full. */
const foldCommuneName = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim()

const searchable = once(() =>
  communes()
    .map((commune) => {
      const name = foldCommuneName(commune.name)
      return { commune, name, withoutArticle: name.replace(/^(l|le|la|les) /, '') }
    })
    .sort((a, b) => b.commune.population - a.commune.population),
)

const byName = once(() => Map.groupBy(searchable(), ({ name }) => name))

/** Every commune of today, in the order of INSEE codes. */
export const allCommunes = (): readonly Commune[] => communes()

/** The code of an arrondissement of Paris, Lyon or Marseille gives the city. */
export const communeByInsee = (insee: string): Commune | undefined =>
  byInsee().get(cityOfArrondissement(insee))

export const communesByPostalCode = (postalCode: string): readonly Commune[] =>
  byPostalCode().get(postalCode) ?? []

/**
 * Communes of exactly this name, however it is spelled, the most inhabited first; with a postal code, those
 * it delivers to, and all of them when no name is left.
 */
export const communesNamed = (name: string, postalCode?: string): readonly Commune[] => {
  const folded = foldCommuneName(name)
  if (!folded) return postalCode ? communesByPostalCode(postalCode) : []
  const named = (byName().get(folded) ?? []).map(({ commune }) => commune)
  return postalCode ? named.filter(({ postalCodes }) => postalCodes.includes(postalCode)) : named
}

/** The postal code asked for when the commune has it, else its first. */
export const postalCodeOf = (
  { postalCodes }: Pick<Commune, 'postalCodes'>,
  asked: string | null,
): string | undefined => (asked && postalCodes.includes(asked) ? asked : postalCodes[0])

export const epciName = (siren: string): string | undefined => epciNames().get(siren)

/**
 * Communes whose name, or name without its article, begins with `text`; a postal code or its beginning may
 * stand alone, come first or come last. The exact name comes first, then the most inhabited; when there is
 * none, those whose name is a slip or two away.
 */
export const searchCommunes = (text: string, limit = 10): Commune[] => {
  const digits = text.match(/\d+/)?.[0] ?? ''
  const start = foldCommuneName(text.replace(digits, ' '))
  if (!digits && !start) return []
  const exact: Commune[] = []
  const longer: Commune[] = []
  for (const { commune, name, withoutArticle } of searchable()) {
    if (digits && !commune.postalCodes.some((postalCode) => postalCode.startsWith(digits))) continue
    if (name === start) exact.push(commune)
    else if (name.startsWith(start) || withoutArticle.startsWith(start)) longer.push(commune)
  }
  const found = [...exact, ...longer].slice(0, limit)
  return found.length > 0 ? found : nearCommunes(start, digits, limit)
}

const SHORTEST_MENDED = 5

/**
 * « Segondigny »: whole names one slip away, or two in a long name; the nearest first, then the most
 * inhabited. The first letter is taken for right, or for swapped with the second: a tenth of the names is read.
 */
function nearCommunes(start: string, digits: string, limit: number): Commune[] {
  if (start.length < SHORTEST_MENDED) return []
  const most = start.length < 9 ? 1 : 2
  const firsts = start.slice(0, 2)
  const near = searchable().flatMap(({ commune, name, withoutArticle }) => {
    if (digits && !commune.postalCodes.some((postalCode) => postalCode.startsWith(digits))) return []
    if (!firsts.includes(name[0]!) && !firsts.includes(withoutArticle[0]!)) return []
    const slips = Math.min(slipsBetween(start, name, most), slipsBetween(start, withoutArticle, most))
    return slips <= most ? [{ commune, slips }] : []
  })
  return near
    .sort((a, b) => a.slips - b.slips)
    .slice(0, limit)
    .map(({ commune }) => commune)
}
