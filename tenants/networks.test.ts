import departements from '@etalab/decoupage-administratif/data/departements.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { loadNetworks } from './load.ts'
import { nameKey } from './names.ts'
import { collegesOn, currentName, isConferenceMember, nameOn, sectorsOfLabel } from './network.ts'
import { MODULES, NATIONAL_MISSIONS } from './schema.ts'
import { FIRST_SLUGS } from './testing.ts'

const everyNetwork = loadNetworks()
const networks = everyNetwork.filter(({ slug }) => FIRST_SLUGS.includes(slug))
const network = (slug: string) => networks.find((one) => one.slug === slug)!
const regional = networks.filter(({ kind }) => kind === 'regional')
const keys = (colleges: { key: string }[]) => colleges.map(({ key }) => key)

test('every network of the product loads, in the order of slugs, created ones among them', () => {
  expect(networks.map(({ slug }) => slug)).toEqual(FIRST_SLUGS)
  const slugs = everyNetwork.map(({ slug }) => slug)
  expect(slugs).toEqual([...slugs].sort())
})

test('karib-horizon is the only one that is not active', () => {
  expect(networks.filter(({ status }) => status !== 'active').map(({ slug }) => slug)).toEqual([
    'karib-horizon',
  ])
})

test.each(regional)('$slug holds exactly the départements of its région', ({ region, departments }) => {
  const official = departements.filter((one) => one.region === region).map(({ code }) => code)
  expect([...departments].sort()).toEqual(official.sort())
})

test('Occitanie changed its name in the night of 13 October 2016, by the clock of Paris', () => {
  const occitanie = network('occitanie-cooperation')
  expect(nameOn(occitanie, '2016-10-13')).toBe("Midi-Pyrénées Coopdev'")
  expect(nameOn(occitanie, '2016-10-14')).toBe('Occitanie Coopération')
  expect(nameOn(occitanie, new Date('2016-10-13T21:59:59Z'))).toBe("Midi-Pyrénées Coopdev'")
  expect(nameOn(occitanie, new Date('2016-10-13T22:00:00Z'))).toBe('Occitanie Coopération')
  expect(currentName(occitanie, '2030-01-01')).toBe('Occitanie Coopération')
})

test('before its first known name a network has none, yet pages show the oldest', () => {
  const young = { names: [{ name: 'Jeune réseau', from: '2024-01-01' }], timeZone: 'Europe/Paris' as const }
  expect(nameOn(young, '2023-12-31')).toBeNull()
  expect(currentName(young, '2023-12-31')).toBe('Jeune réseau')
})

test('a day written otherwise than YYYY-MM-DD is refused rather than compared', () => {
  expect(() => nameOn(network('gescod'), '14/10/2016')).toThrow('not a day written YYYY-MM-DD')
})

test('the labels of a network’s own lists stand for shared sectors, however they are spelled', () => {
  expect(sectorsOfLabel(network('so-cooperation'), 'EAU – ASSAINISSEMENT')).toEqual(['water'])
  expect(sectorsOfLabel(network('so-cooperation'), 'Cirque')).toEqual([])
})

test('SO Coopération has five colleges', () => {
  expect(collegesOn(network('so-cooperation'), '2025-12-31')).toHaveLength(5)
})

test('Occitanie has four colleges from March 2017 and none known before', () => {
  const occitanie = network('occitanie-cooperation')
  expect(keys(collegesOn(occitanie, '2017-03-01'))).toEqual([
    'public',
    'non-profit',
    'economic',
    'qualified-persons',
  ])
  expect(collegesOn(occitanie, '2017-02-28')).toEqual([])
})

test("Occitanie's six missions reach the five national ones, association life standing apart", () => {
  const national = network('occitanie-cooperation').missions.map((mission) => mission.national)
  expect(national).toHaveLength(6)
  expect(new Set(national)).toEqual(new Set([...NATIONAL_MISSIONS, null]))
})

test('presets are expanded: everything, or what a small network needs', () => {
  expect(network('so-cooperation').modules).toEqual(MODULES)
  expect(network('guyacoop').modules).toEqual(['directory', 'membership', 'events', 'observatory'])
  expect(network('karib-horizon').modules).toEqual(network('guyacoop').modules)
})

test('no name, acronym or alias designates two networks', () => {
  const said = everyNetwork.flatMap((one) =>
    [...one.names.map(({ name }) => name), one.acronym ?? [], one.aliases].flat(),
  )
  expect(new Set(said.map(nameKey)).size).toBe(said.length)
  expect(network('cirrma').aliases).toEqual(
    expect.arrayContaining(['CIRRMMA', 'CIRREMA', 'CIRMA', 'CCIRRMA']),
  )
})

test('the nine founders belong to the conference from 4 October 2018, and from that day only', () => {
  const founders = regional.filter((one) => isConferenceMember(one, '2018-10-04'))
  expect(founders).toHaveLength(9)
  expect(regional.filter((one) => isConferenceMember(one, '2018-10-03'))).toEqual([])
})

test('a network without a known membership of the conference says so to its staff', () => {
  for (const one of regional.filter(({ conferenceMembership }) => conferenceMembership.length === 0))
    expect(one.toVerify.map(({ field }) => field)).toContain('conferenceMembership')
})

test('no two networks wear the same colour', () => {
  expect(new Set(everyNetwork.map(({ brand }) => brand.brand)).size).toBe(everyNetwork.length)
})
