import { expect, test } from 'vitest'
import { loadNetworks } from '#tenants/load.ts'
import { membershipsOf } from './memberships.ts'
import { organisationsOf } from './organisations.ts'
import { plansOf } from './plans.ts'
import { projectsOf } from './projects.ts'

const networks = loadNetworks()
const TODAY = '2026-03-20'
const plansFor = (scale: Parameters<typeof plansOf>[1]) => plansOf(networks, scale, TODAY)
const so = plansFor({}).find(({ slug }) => slug === 'so-cooperation')!

test('the demonstration leaves out a network still to be confirmed', () => {
  expect(plansFor({}).map(({ slug }) => slug)).not.toContain('karib-horizon')
})

test('a few networks always count SO Coopération and the conference', () => {
  expect(plansFor({ networks: 3 }).map(({ slug }) => slug)).toEqual([
    'bfc-international',
    'cirrma',
    'so-cooperation',
  ])
})

test('one network may be larger than the others, and in a scaled network all is listed', () => {
  const plans = plansFor({ networks: 14, organisations: 40, big: { slug: 'gescod', organisations: 900 } })
  expect(plans).toHaveLength(14)
  for (const plan of plans) {
    const organisations = [...organisationsOf(plan)]
    expect(organisations).toHaveLength(plan.slug === 'gescod' ? 900 : 40)
    expect(organisations.every(({ slug }) => slug)).toBe(true)
  }
})

test('networks that nobody described are refused', () => {
  expect(() => plansFor({ networks: networks.length + 1 })).toThrow('create the others first')
  expect(() => plansFor({ big: { slug: 'nowhere', organisations: 10 } })).toThrow('nowhere')
  expect(() => plansFor({ organisations: 200_000 })).toThrow('organisations')
})

test('a network created since gets a small demonstration, and moves nothing in those of the others', () => {
  const created = {
    ...networks.find(({ slug }) => slug === 'guyacoop')!,
    slug: 'amont',
    departments: ['2A', '2B'],
  }
  const plans = plansOf([created, ...networks], {}, TODAY)
  const plan = plans.find(({ slug }) => slug === 'amont')!
  expect([...organisationsOf(plan)]).toHaveLength(plan.organisations)
  const others = plans.filter(({ slug }) => slug !== 'amont' && slug !== 'cirrma')
  expect(others).toEqual(plansFor({}).filter(({ slug }) => slug !== 'cirrma'))
  expect(new Set(plans.map(({ series }) => series)).size).toBe(plans.length)
})

test('every actor has a project, no one else has, and 90 are published', () => {
  const projects = projectsOf(so)
  const given = [...organisationsOf(so)].map((organisation) => ({
    organisation,
    projects: projects(organisation),
  }))
  expect(given.every((one) => one.organisation.actor === one.projects.length > 0)).toBe(true)
  const published = given.flatMap((one) => one.projects.flatMap(({ publishedAt }) => publishedAt ?? []))
  expect(published).toHaveLength(90)
  expect(published.every((at) => at < '2026')).toBe(true)
})

test('members of 2025 are members of every year since, in a college in force', () => {
  const network = networks.find(({ slug }) => slug === 'so-cooperation')!
  const memberships = membershipsOf(network, '2027-02-01')
  const all = [...organisationsOf(so)].flatMap((organisation) => memberships(organisation))
  const of = (year: number) => all.filter((one) => one.year === year).map((one) => one.organisationId)
  expect(of(2025)).toHaveLength(93)
  expect(of(2026)).toEqual(of(2025))
  expect(of(2027)).toEqual(of(2025))
  const colleges = new Set(network.colleges.map(({ key }) => key))
  expect(all.every(({ college }) => colleges.has(college))).toBe(true)
})
