import { expect, test } from 'vitest'
import {
  allCommunes,
  communeByInsee,
  communesByPostalCode,
  communesNamed,
  epciName,
  searchCommunes,
} from './communes.server.ts'
import { departmentByCode, departmentName } from './departments.ts'

const names = (text: string, limit?: number) => searchCommunes(text, limit).map(({ name }) => name)

test('knows every commune once', () => {
  expect(allCommunes().length).toBeGreaterThan(34_900)
  expect(new Set(allCommunes().map(({ insee }) => insee)).size).toBe(allCommunes().length)
})

test('describes a commune', () => {
  expect(communeByInsee('38185')).toMatchObject({
    name: 'Grenoble',
    department: '38',
    region: '84',
    postalCodes: ['38000', '38100'],
    epci: '200040715',
  })
  expect(communeByInsee('00000')).toBeUndefined()
})

test('puts every commune in a département, with a postal code and a known EPCI', () => {
  const homeless = allCommunes().filter(
    ({ department, postalCodes, epci }) =>
      departmentName(department) === department ||
      !postalCodes.every((postalCode) => /^\d{5}$/.test(postalCode)) ||
      (epci !== null && !epciName(epci)),
  )
  expect(homeless).toEqual([])
})

test('places every commune inside plausible coordinates', () => {
  const astray = allCommunes().filter(({ department, lat, lon }) =>
    department < '97'
      ? !(lat > 41.3 && lat < 51.2 && lon > -5.3 && lon < 9.7)
      : !(Math.abs(lat) < 50 && Math.abs(lon) < 180 && lat !== 0),
  )
  expect(astray).toEqual([])
})

test('places every commune within reach of the middle of its département', () => {
  const astray = allCommunes().filter(({ department, lat, lon }) => {
    const centre = departmentByCode(department)
    return centre !== undefined && Math.hypot(lat - centre.lat, lon - centre.lon) > 2.6
  })
  expect(astray).toEqual([])
})

test('finds the communes of a postal code', () => {
  expect(communesByPostalCode('01400').map(({ name }) => name)).toContain("L'Abergement-Clémenciat")
  expect(communesByPostalCode('99999')).toEqual([])
})

test('resolves the postal codes and INSEE codes of arrondissements to the city', () => {
  expect(communesByPostalCode('69003').map(({ name }) => name)).toEqual(['Lyon'])
  expect(communesByPostalCode('75116').map(({ name }) => name)).toEqual(['Paris'])
  expect(communeByInsee('69383')?.name).toBe('Lyon')
  expect(communeByInsee('13201')?.name).toBe('Marseille')
})

test('finds the same communes for saint and st', () => {
  expect(names('St Etienne', 5)).toEqual(names('saint-étienne', 5))
  expect(names('st', 20)).toEqual(names('Saint', 20))
  expect(names('ste-marie', 3)).toEqual(names('Sainte Marie', 3))
  expect(names('pont st esprit')).toEqual(['Pont-Saint-Esprit'])
})

test('finds the homonyms of a name, the most inhabited first, and which one a postal code means', () => {
  const insees = (...asked: Parameters<typeof communesNamed>) =>
    communesNamed(...asked).map(({ insee }) => insee)
  expect(insees('st denis').slice(0, 2)).toEqual(['97411', '93066'])
  expect(insees('Saint-Denis', '93210')).toEqual(['93066'])
  expect(insees('Saint-Denis', '38000')).toEqual([])
  expect(insees('CHATEAU CHINON VILLE')).toEqual(insees('Château-Chinon (Ville)'))
  expect(insees('St. Étienne', '42000')).toEqual(['42218'])
})

test('names every commune of a postal code when no name is given', () => {
  expect(communesNamed('', '01400')).toEqual(communesByPostalCode('01400'))
  expect(communesNamed(' - ')).toEqual([])
})

test('finds every commune by its own name and any of its postal codes', () => {
  const lost = allCommunes().filter(
    (commune) =>
      !commune.postalCodes.every((postalCode) => communesNamed(commune.name, postalCode).includes(commune)),
  )
  expect(lost).toEqual([])
})

test('ignores case, accents, hyphens, apostrophes and articles', () => {
  expect(names('EVRY COUR', 1)).toEqual(['Évry-Courcouronnes'])
  expect(names('l’abergement clem')).toEqual(["L'Abergement-Clémenciat"])
  expect(names('havre', 1)).toEqual(['Le Havre'])
})

test('puts the exact name first, then the most inhabited', () => {
  expect(names('eu', 1)).toEqual(['Eu'])
  const populations = searchCommunes('saint-d', 8).map(({ population }) => population)
  expect(populations).toEqual(populations.toSorted((a, b) => b - a))
})

test('searches by the beginning of a postal code, with or without a name', () => {
  expect(names('3800', 1)).toEqual(['Grenoble'])
  expect(names('38000 gre')).toEqual(['Grenoble'])
  expect(names('Grenoble (38100)')).toEqual(['Grenoble'])
})

test('mends a slip when nothing answers, and leaves alone what is too short to be sure of', () => {
  expect(names('Segondigny', 1)).toEqual(['Secondigny'])
  expect(names('Bordaux', 1)).toEqual(['Bordeaux'])
  expect(names('Nirot 79', 1)).toEqual(['Niort'])
  expect(names('xyz')).toEqual([])
})

test('finds nothing for an empty search', () => {
  expect(searchCommunes('  ')).toEqual([])
  expect(searchCommunes("-'")).toEqual([])
})

test('names the groupings of communes', () => {
  expect(epciName('200046977')).toBe('Métropole de Lyon')
  expect(epciName('1')).toBeUndefined()
})
