import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadNetworks, TENANTS_FOLDER } from '#tenants/load.ts'
import { FIRST_SLUGS } from '#tenants/testing.ts'
import { jsonOf } from './json-of.ts'
import { mapOf } from './map-of.ts'

const networks = loadNetworks().filter(({ slug }) => FIRST_SLUGS.includes(slug))

test('a network file is laid out as those written by hand, which the style check accepts', () => {
  for (const { slug } of networks) {
    const written = readFileSync(new URL(`${slug}/network.json`, TENANTS_FOLDER), 'utf8')
    expect(jsonOf(JSON.parse(written)), slug).toBe(written)
  }
})

test('the map of a territory is the one that was drawn for each network', () => {
  for (const { slug, departments, map } of networks.filter(({ kind }) => kind === 'regional'))
    expect(mapOf(departments), slug).toEqual(map)
})

test('a territory that is a single commune has a map all the same', () => {
  expect(mapOf(['75'])).toMatchObject({ lat: expect.closeTo(48.86, 1), zoom: 12 })
})
