import { describe, expect, test } from 'vitest'
import { isRna } from '#packages/identifiers/rna.ts'
import { isSiren } from '#packages/identifiers/siren.ts'
import { isSiret, sirenOf } from '#packages/identifiers/siret.ts'
import { isCountry } from '#packages/referentials/countries.ts'
import { kindOf } from '#packages/referentials/kinds.ts'
import { loadNetworks } from '#tenants/load.ts'
import { ACTORS_OF_TEN_NETWORKS, MEMBERS_OF_2025, TEN_NETWORKS } from './network-sizes.ts'
import type { DemoOrganisation } from './organisation.ts'
import { organisationsOf } from './organisations.ts'
import { plansOf } from './plans.ts'

const TODAY = '2026-03-20'
const plans = plansOf(loadNetworks(), {}, TODAY)
const everything = new Map(plans.map((plan) => [plan.slug, [...organisationsOf(plan)]]))
const all = [...everything.values()].flat()

function tally(organisations: DemoOrganisation[], key: (one: DemoOrganisation) => string | null) {
  const counts: Record<string, number> = {}
  for (const one of organisations) counts[key(one) ?? ''] = (counts[key(one) ?? ''] ?? 0) + 1
  return counts
}

describe('SO Coopération', () => {
  const organisations = everything.get('so-cooperation')!
  const members = organisations.filter(({ member }) => member)

  test('knows 1,325 organisations, 780 of them actors', () => {
    expect(organisations).toHaveLength(1325)
    expect(organisations.filter(({ actor }) => actor)).toHaveLength(780)
  })

  test('lists 484 of them, 480 by the end of 2025', () => {
    const days = organisations.flatMap(({ publishedAt }) => publishedAt?.toISOString().slice(0, 10) ?? [])
    expect(days).toHaveLength(484)
    expect(days.filter((day) => day <= '2025-12-31')).toHaveLength(480)
  })

  test('has 93 members, each type and département as the report gives them, all listed', () => {
    expect(tally(members, ({ kind }) => kind)).toEqual(MEMBERS_OF_2025.byKind)
    expect(tally(members, ({ department }) => department)).toEqual(MEMBERS_OF_2025.byDepartment)
    expect(members).toHaveLength(93)
    expect(members.every(({ publishedAt }) => publishedAt)).toBe(true)
  })

  test('shows the organisation of the report’s screenshot', () => {
    expect(organisations.find(({ acronym }) => acronym === 'ACSE')).toMatchObject({
      city: 'Secondigny',
      postalCode: '79130',
      countries: ['TG'],
      sectors: ['agriculture', 'water', 'education'],
      member: true,
    })
  })

  test('has about forty organisations outside its region', () => {
    const departments = plans.find(({ slug }) => slug === 'so-cooperation')!.departments
    const outside = organisations.filter(({ department }) => !departments.includes(department ?? ''))
    expect(outside.length).toBeGreaterThan(30)
    expect(outside.length).toBeLessThan(55)
  })
})

test('ten networks have 10,091 actors together', () => {
  const actors = Object.keys(TEN_NETWORKS).flatMap((slug) => everything.get(slug)!.filter((one) => one.actor))
  expect(Object.keys(TEN_NETWORKS)).toHaveLength(10)
  expect(actors).toHaveLength(ACTORS_OF_TEN_NETWORKS)
})

test('every network has the counts of its plan', () => {
  for (const { slug, organisations, actors, listed } of plans) {
    const found = everything.get(slug)!
    const counted = [
      found.length,
      found.filter((one) => one.actor).length,
      found.filter((one) => one.slug).length,
    ]
    expect([slug, ...counted]).toEqual([slug, organisations, actors, listed])
  }
})

test('told twice, a plan gives the same organisations', () => {
  const plan = plans.find(({ slug }) => slug === 'guyacoop')!
  expect([...organisationsOf(plan)]).toEqual(everything.get('guyacoop'))
})

test('names, addresses and ids are unique in a network, ids in all of them', () => {
  for (const organisations of everything.values()) {
    const slugs = organisations.flatMap(({ slug }) => slug ?? [])
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length)
    expect(new Set(slugs).size).toBe(slugs.length)
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(
    all.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
})

test('identifiers pass every check and were never given to anyone', () => {
  for (const { siren, siret, rna, department } of all) {
    if (siren) expect(isSiren(siren) && siren.startsWith('0')).toBe(true)
    if (siret) expect(isSiret(siret) && sirenOf(siret) === siren).toBe(true)
    if (rna) expect(isRna(rna) && !['57', '67', '68'].includes(department!)).toBe(true)
  }
})

test('a SIREN is only met in several networks on purpose', () => {
  const holders = new Map<string, Set<string>>()
  for (const [slug, organisations] of everything) {
    for (const { siren, name } of organisations) {
      if (siren) holders.set(siren, (holders.get(siren) ?? new Set()).add(`${slug}/${name}`))
    }
  }
  const shared = [...holders.values()].filter(({ size }) => size > 1)
  expect(shared).toHaveLength(120)
  for (const places of shared) {
    expect(new Set([...places].map((place) => place.split('/')[1])).size).toBe(1)
    expect(places.size).toBeLessThanOrEqual(4)
  }
})

test('what is said of an organisation is within the referentials', () => {
  for (const { kind, subkind, countries, sectors, sdgs, website } of all) {
    expect(kindOf(subkind)).toBe(kind)
    expect(countries.every(isCountry)).toBe(true)
    expect(sectors.length).toBeGreaterThan(0)
    expect(sdgs.every((goal) => goal >= 1 && goal <= 17)).toBe(true)
    if (website) expect(website).toMatch(/^https:\/\/www\.[a-z0-9-]+\.example$/)
  }
})

test('no sentence keeps a hole', () => {
  expect(all.filter(({ name, description }) => /[{}*]|undefined|null/.test(name + description))).toEqual([])
})
