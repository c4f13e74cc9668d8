import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadNetworks } from './load.ts'
import { conference, refusals, regional } from './testing.ts'

const refusalsOf = (change: object) =>
  refusals({ conference, aquilon: { ...regional, ...change } }).map((line) =>
    line.replace('tenants/aquilon/network.json: ', ''),
  )

test('a sound folder is accepted', () => {
  expect(refusals({ conference, aquilon: regional })).toEqual([])
})

test('a mistake names its file and its field', () => {
  const colleges = [
    { key: 'one', fr: 'Un', en: 'One' },
    { key: 'two', fr: 'Deux', en: 'Two', from: '2017-02-30' },
  ]
  expect(refusals({ conference, aquilon: { ...regional, colleges } })).toEqual([
    'tenants/aquilon/network.json: colleges[1].from — must be a day that exists, written YYYY-MM-DD',
  ])
})

test('all mistakes of all files come at once', () => {
  expect(
    refusals({ conference: undefined, aquilon: { ...regional, status: 'open', timeZone: undefined } }),
  ).toEqual([
    'tenants/aquilon/network.json: status — must be one of: active, to_confirm',
    'tenants/aquilon/network.json: timeZone — is missing',
    'tenants/conference/network.json: cannot be read',
  ])
  expect(refusals({ aquilon: '{' })).toEqual([
    expect.stringMatching(/^tenants\/aquilon\/network.json: is not JSON/),
  ])
})

test.each([
  ['an unknown field', { colour: 'red' }, 'colour — unknown field'],
  ['an unknown inner field', { map: { lat: 1, lon: 1, zoom: 8, tilt: 3 } }, 'map.tilt — unknown field'],
  ['a missing field', { kind: undefined }, 'kind — is missing'],
  ['a misspelt preset', { modules: 'tout' }, 'modules — must be a list, or one of: petit-reseau, complet'],
  ['a misspelt default', { colleges: 'defaults' }, 'colleges — must be a list, or "default"'],
  ['an empty list', { names: [] }, 'names — must not be empty'],
  ['a vague founding', { founded: 'vers 2000' }, 'founded — must be a year, or a day written YYYY-MM-DD'],
  [
    'an antenna elsewhere',
    { departments: ['22'] },
    "antennas[0].department — 29 is not one of the network's départements",
  ],
  [
    'a doubt about nothing',
    { toVerify: [{ field: 'colour', note: 'x' }] },
    'toVerify[0].field — "colour" is not a field of a network',
  ],
  [
    'an alias that is the name',
    { aliases: ['AQUILON'] },
    'aliases[0] — "AQUILON" already stands among the names or aliases',
  ],
  ['a département twice', { departments: ['22', '29', '22'] }, 'departments[2] — "22" is written twice'],
  ['a network that moved', { slug: 'autan' }, 'slug — must be "aquilon", the name of its folder'],
])('%s is refused', (_, change, line) => {
  expect(refusalsOf(change)).toEqual([line])
})

test('a gap between two names is refused', () => {
  const names = [
    { name: 'Autan', to: '2016-10-13' },
    { name: 'Aquilon', from: '2016-10-15' },
  ]
  expect(refusalsOf({ names })).toEqual(['names[1].from — must be 2016-10-14, the day after the last name'])
})

test('only association life may have no national counterpart', () => {
  const mission = { key: 'advocacy', national: null, fr: 'Plaidoyer', en: 'Advocacy' }
  expect(refusalsOf({ missions: [mission] })).toEqual([
    expect.stringContaining('missions[0].national — only'),
  ])
  expect(refusalsOf({ missions: [{ ...mission, key: 'association-life' }] })).toEqual([])
})

test('colours that cannot be read are refused', () => {
  const brand = { ...regional.brand, brandSoft: '#0a5c5f' }
  expect(refusalsOf({ brand })).toEqual([
    expect.stringContaining('brand.brandSoft — brandStrong on brandSoft'),
  ])
})

test('a folder that does not exist is said so', () => {
  expect(() => loadNetworks(join(tmpdir(), 'no-such-networks'))).toThrow('there is no such folder')
})
