import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { findOrganisations } from './find-organisations.server.ts'
import { organisationsToCheck } from './find-to-check.server.ts'
import { filtersAddress, type OrganisationFilters, readFilters } from './organisation-filters.ts'
import { publishOrganisation } from './publish-organisation.server.ts'

const database = useDatabase()
let staff: StaffContext
const ids: Record<string, string> = {}

/** Names that answer, as the list gives them. */
const found = async (filters: Partial<OrganisationFilters>, q = '') => {
  const { items, total } = await findOrganisations(staff, { q, kind: [], page: 1, ...filters })
  expect(total).toBe(items.length)
  return items.map(({ name }) => name)
}
const make = async (name: string, given: Parameters<typeof anOrganisation>[0] = {}) => {
  ids[name] = (await createOrganisation(staff, anOrganisation({ name, ...given }))).id
}
const set = (name: string, column: string, value: unknown) =>
  database.superuser.query(`update organisation set ${column} = $2 where id = $1`, [ids[name], value])

beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
  await make('Alpha Eau', { countries: ['TG', 'BJ'], sectors: ['water'], sdgs: [6] })
  await make('Beta École', { kind: 'local_authority', subkind: 'municipality', countries: ['SN'] })
  await make('Gamma Paris', { insee: '75056', countries: ['SN', 'TG'] })
  await publishOrganisation(staff, ids['Gamma Paris']!)
  await set('Alpha Eau', 'email', 'alpha@essai.example')
  await set('Gamma Paris', 'updated_at', '2024-01-01')
  await set('Beta École', 'own_fields', {
    expertise: ['eau', 'dechets'],
    accueillis: 12,
    pret: true,
    le: '2026-03-04',
  })
  await set('Beta École', 'looked_after_by', staff.account.id)
  const { network } = staff
  const tag = v7()
  await database.superuser.query(`insert into tag (network_id, id, name) values ($1, $2, 'Togo')`, [
    network.id,
    tag,
  ])
  await database.superuser.query(
    'insert into organisation_tag (network_id, organisation_id, tag_id) values ($1, $2, $3)',
    [network.id, ids['Alpha Eau'], tag],
  )
  await database.superuser.query(
    `insert into membership (network_id, organisation_id, year, college, joined_on)
     values ($1, $2, 2025, 'a', '2025-02-01')`,
    [network.id, ids['Beta École']],
  )
  ids.tag = tag
})

describe('The list of records', () => {
  it.each<[string, Partial<OrganisationFilters>, string[]]>([
    ['a type', { kind: ['local_authority'] }, ['Beta École']],
    ['a sub-type', { subkind: ['municipality'] }, ['Beta École']],
    ['a département', { department: ['75'] }, ['Gamma Paris']],
    ['two countries, either of them', { country: ['BJ', 'SN'] }, ['Alpha Eau', 'Beta École', 'Gamma Paris']],
    ['a sector', { sector: ['water'] }, ['Alpha Eau']],
    ['an SDG', { sdg: ['6'] }, ['Alpha Eau']],
    ['members of a year', { member: 2025 }, ['Beta École']],
    ['what is published', { directory: 'published' }, ['Gamma Paris']],
    ['what is private', { directory: 'private' }, ['Alpha Eau', 'Beta École']],
    ['what is to be checked', { check: true }, ['Gamma Paris']],
    ['what stands out of the region', { outside: true }, ['Gamma Paris']],
    ['what has an address to write to', { email: 'with' }, ['Alpha Eau']],
    ['what has none', { email: 'without' }, ['Beta École', 'Gamma Paris']],
    ['what nobody looks after', { keeper: 'nobody' }, ['Alpha Eau', 'Gamma Paris']],
    [
      'one of several choices of a field of its own',
      { own: { expertise: { values: ['dechets'] } } },
      ['Beta École'],
    ],
    ['yes to a field of its own', { own: { pret: { values: ['true'] } } }, ['Beta École']],
    ['a number between two', { own: { accueillis: { from: '10', to: '12,5' } } }, ['Beta École']],
    ['a number past another', { own: { accueillis: { from: '13' } } }, []],
    ['a day between two', { own: { le: { from: '2026-03-01', to: '2026-03-31' } } }, ['Beta École']],
    ['a field left empty', { own: { accueillis: { filled: false } } }, ['Alpha Eau', 'Gamma Paris']],
    ['two filters at once', { country: ['TG'], directory: 'private' }, ['Alpha Eau']],
  ])('narrows to %s', async (_, filters, names) => {
    expect(await found(filters)).toEqual(names)
  })

  it('narrows to a tag, and to who looks after', async () => {
    expect(await found({ tag: [ids.tag!] })).toEqual(['Alpha Eau'])
    expect(await found({ keeper: staff.account.id })).toEqual(['Beta École'])
  })

  it('narrows what is searched by words too', async () => {
    expect(await found({}, 'gamma')).toEqual(['Gamma Paris'])
    expect(await found({ directory: 'private' }, 'gamma')).toEqual([])
  })

  it('opens exactly what awaits to be checked', async () => {
    const todo = await findTodo(staff, [organisationsToCheck])
    const [all] = todo.all
    const filters = readFilters(new URL(`http://essai/${all!.path}`).searchParams)
    expect(await found(filters)).toHaveLength(todo.total)
    expect(todo.total).toBe(1)
  })
})

describe('The address of a filtered list', () => {
  it('says every filter, and is read back the same', () => {
    const filters: OrganisationFilters = {
      kind: ['association'],
      subkind: ['municipality'],
      department: ['79'],
      country: ['TG'],
      sector: ['education'],
      sdg: ['4'],
      tag: [v7()],
      member: 2025,
      directory: 'private',
      check: true,
      outside: true,
      email: 'without',
      keeper: 'nobody',
      own: { expertise: { values: ['eau'] }, accueillis: { from: '1', to: '9' }, pret: { filled: false } },
    }
    expect(readFilters(filtersAddress(filters))).toEqual(filters)
  })

  it('leaves out what it cannot mean', () => {
    const address =
      'type=nimporte&departement=999&adherent=abc&annuaire=x&etiquette=1&champ.A=1&suivi=moi&odd=99'
    expect(readFilters(new URLSearchParams(address))).toEqual({ kind: [] })
  })
})
