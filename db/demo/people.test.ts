import { expect, test } from 'vitest'
import { personInput, positionInput } from '#server/crm/person/person.schema.ts'
import { loadNetworks } from '#tenants/load.ts'
import { organisationsOf } from './organisations.ts'
import { peopleOf } from './people.ts'
import { plansOf } from './plans.ts'

const plan = plansOf(loadNetworks(), {}, '2026-03-20').find(({ slug }) => slug === 'so-cooperation')!
const told = () => {
  const people = peopleOf(plan)
  return [...organisationsOf(plan)].map(people)
}
const all = told()
const persons = all.flatMap((one) => one.persons)
const positions = all.flatMap((one) => one.positions)

test('SO Coopération knows about 1,900 people, some of them in several places', () => {
  expect(persons.length).toBeGreaterThan(1750)
  expect(persons.length).toBeLessThan(2050)
  expect(positions.length).toBeGreaterThan(persons.length)
  expect(told()).toEqual(all)
})

test('they are such as the form would take, and no address leads anywhere', () => {
  for (const row of persons) {
    const {
      id,
      given_name,
      family_name,
      legal_basis,
      data_origin,
      consented_on,
      last_contact_on,
      ...others
    } = row
    const { created_at, ...rest } = others
    expect(Number(created_at)).toBeLessThan(Date.parse(plan.today))
    const given = { givenName: given_name, familyName: family_name, legalBasis: legal_basis }
    const days = { dataOrigin: data_origin, consentedOn: consented_on, lastContactOn: last_contact_on }
    expect(personInput.safeParse({ ...given, ...days, ...rest }).error).toBeUndefined()
    if (row.email) expect(row.email).toMatch(/@[a-z0-9-]+\.example$/)
    if (row.phone) expect(row.phone).toMatch(/^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) /)
  }
  for (const { organisation_id, started_on, ended_on, function: what, standing, service } of positions) {
    const given = { organisationId: organisation_id, startedOn: started_on, endedOn: ended_on }
    expect(positionInput.safeParse({ ...given, function: what, standing, service }).error).toBeUndefined()
  }
})

test('some organisations are branches, had other names, are elsewhere or at a home', () => {
  const organisations = [...organisationsOf(plan)]
  const ids = new Set(organisations.map(({ id }) => id))
  const branches = organisations.filter(({ parentId }) => parentId)
  expect(branches.length).toBeGreaterThan(3)
  expect(branches.every(({ parentId }) => ids.has(parentId!))).toBe(true)
  expect(organisations.filter(({ formerNames }) => formerNames.length > 0).length).toBeGreaterThan(20)
  expect(organisations.filter(({ seatCountry }) => seatCountry !== 'FR').length).toBeGreaterThan(1)
  expect(organisations.filter(({ seatPrivate }) => seatPrivate).length).toBeGreaterThan(20)
})
