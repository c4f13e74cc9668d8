import { expect, test } from 'vitest'
import { RESERVED_SEGMENTS } from './reserved.ts'
import { conference, refusals, regional } from './testing.ts'

test('two active networks cannot hold one département, but one to confirm may wait beside', () => {
  const rival = { ...regional, slug: 'rival', names: [{ name: 'Rival' }], departments: ['29', '35'] }
  expect(refusals({ conference, aquilon: regional, rival })).toEqual([
    'tenants/rival/network.json: departments[0] — 29 already belongs to tenants/aquilon/network.json',
  ])
  expect(refusals({ conference, aquilon: regional, rival: { ...rival, status: 'to_confirm' } })).toEqual([])
})

test('two networks cannot answer to one name', () => {
  const rival = {
    ...regional,
    slug: 'rival',
    departments: ['29'],
    status: 'to_confirm',
    names: [{ name: 'aquilón' }],
  }
  expect(refusals({ conference, aquilon: regional, rival })).toEqual([
    'tenants/rival/network.json: names[0].name — "aquilón" already designates the network of tenants/aquilon/network.json',
  ])
})

test.each(RESERVED_SEGMENTS)('the reserved address %s cannot be a slug', (slug) => {
  // « __manifest » is already refused for the way it is written.
  const problem = /^[a-z]/.test(slug)
    ? `"${slug}" is a reserved address of the product`
    : 'must be small letters'
  expect(refusals({ conference, [slug]: { ...regional, slug } })).toEqual([
    expect.stringContaining(`tenants/${slug}/network.json: slug — ${problem}`),
  ])
})

test('there is one conference, neither none nor two', () => {
  expect(refusals({ aquilon: regional })).toEqual(['tenants: no network is the conference'])
  const second = { ...conference, slug: 'second', names: [{ name: 'Seconde' }] }
  expect(refusals({ conference, second })).toEqual([
    'tenants/second/network.json: kind — the conference is already tenants/conference/network.json',
  ])
})
