import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { organisationSearch } from './find-organisations.schema.ts'
import { findOrganisations, foundIds } from './find-organisations.server.ts'

const database = useDatabase()
let staff: StaffContext

beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
  const ids: Record<string, string> = {}
  for (const given of [
    { name: 'Floki', insee: '33063', siren: '552100554' },
    { name: 'Comité de jumelage', acronym: 'CJS', insee: '79311' },
    { name: 'Les Amis d’Atakpamé', insee: '79191' },
    { name: 'Solidarité Mali' },
    { name: 'Mali Développement' },
    { name: 'Terres d’ailleurs', aliases: ['Mali en fête'] },
    { name: 'Puits du Sahel', description: 'Creuse des puits au Mali.' },
    { name: 'Ville de Cenon', kind: 'local_authority', subkind: 'municipality', insee: '33119' },
  ]) ids[given.name] = (await createOrganisation(staff, anOrganisation({ description: '', ...given }))).id // biome-ignore format: a table to read
  const { superuser } = database
  await superuser.query(
    `update organisation set email = 'bonjour@drakkar.example',
       former_names = '[{"name": "Les Vikings de Bègles", "from": null, "until": null}]' where id = $1`,
    [ids.Floki],
  )
  await superuser.query(
    `with p as (insert into person (network_id, id, given_name, family_name, email)
       values ($1, gen_random_uuid(), 'Awa', 'Zongo-Essai', 'awa@courrier.example') returning network_id, id)
     insert into person_position (network_id, id, person_id, organisation_id)
       select network_id, gen_random_uuid(), id, $2 from p`,
    [staff.network.id, ids['Comité de jumelage']],
  )
  const others = await staffOf(database.superuser, 'resacoop')
  await createOrganisation(others, anOrganisation({ name: 'Floki de Lyon' }))
})

const find = async (q: string, more: Record<string, unknown> = {}) =>
  (await findOrganisations(staff, organisationSearch.parse({ q, ...more }))).items.map(({ name }) => name)

describe('A search among a network’s own records', () => {
  it.each([
    ['a name', 'floki', 'Floki'],
    ['a name with a slip', 'Floky', 'Floki'],
    ['a name with two letters swapped', 'flkoi', 'Floki'],
    ['a place with a slip', 'atacpamé', 'Les Amis d’Atakpamé'],
    ['a town with a slip', 'Segondigny', 'Comité de jumelage'],
    ['a slip beside a word as it is', 'amis atacpame', 'Les Amis d’Atakpamé'],
    ['an acronym', 'cjs', 'Comité de jumelage'],
    ['another name', 'mali en fete', 'Terres d’ailleurs'],
    ['a former name', 'vikings de begles', 'Floki'],
    ['somebody there', 'Zongo', 'Comité de jumelage'],
    ['somebody there, in full', 'awa zongo-essai', 'Comité de jumelage'],
    ['somebody there, with a slip', 'zongp essai', 'Comité de jumelage'],
    ['somebody’s address', 'awa@courrier.example', 'Comité de jumelage'],
    ['the organisation’s address', 'bonjour@drakkar.example', 'Floki'],
    ['a number', '552 100 554', 'Floki'],
    ['the beginning of a number', '552100', 'Floki'],
  ])('understands %s: « %s »', async (_, q, expected) => {
    expect((await find(q))[0]).toBe(expected)
  })

  it('tells first the names that begin so, then those that hold it, then other names, then the rest', async () => {
    expect(await find('mali')).toEqual([
      'Mali Développement',
      'Solidarité Mali',
      'Terres d’ailleurs',
      'Puits du Sahel',
    ])
  })

  it('is in the order of names when that is asked, and keeps its filters', async () => {
    expect((await find('mali', { sort: 'name' }))[0]).toBe('Mali Développement')
    expect((await find('mali', { sort: 'name', down: true }))[0]).toBe('Terres d’ailleurs')
    expect(await find('cenon', { kind: ['local_authority'] })).toEqual(['Ville de Cenon'])
    expect(await find('cenon', { kind: ['company'] })).toEqual([])
  })

  it('does not take anything for a slip', async () => {
    expect(await find('xylophonistes quadrumanes')).toEqual([])
    expect(await find('flk')).toEqual([])
    expect(await find('lyon')).toEqual([])
  })

  it('tells how many answer, past the last page too', async () => {
    const past = await findOrganisations(staff, organisationSearch.parse({ q: 'mali', page: 3 }))
    expect(past).toMatchObject({ items: [], total: 4 })
  })
})

describe('A word that thousands of records hold', () => {
  beforeAll(async () => {
    await database.superuser.query(
      `insert into organisation (network_id, id, name, kind, description, countries)
       select $1, gen_random_uuid(), case when n <= 40 then 'Forum ' || lpad(n::text, 4, '0') else 'Cercle ' || lpad(n::text, 4, '0') end,
         case when n = 2999 then 'company' else 'association' end, 'Tient un forum.', case when n % 1000 = 0 then '{ML}'::text[] else '{}' end
       from generate_series(1, 3100) n`,
      [staff.network.id],
    )
  })
  const page = (more: Record<string, unknown>) =>
    findOrganisations(staff, organisationSearch.parse({ q: 'forum', ...more }))

  it('is answered by the names that begin with it, then by the others in their order, page after page', async () => {
    const pages = [await page({}), await page({ page: 2 }), await page({ page: 3 })]
    expect(pages[0]).toMatchObject({ total: 3000, more: true })
    const names = pages.flatMap(({ items }) => items.map(({ name }) => name))
    expect(names.slice(0, 2)).toEqual(['Forum 0001', 'Forum 0002'])
    expect(names.slice(39, 42)).toEqual(['Forum 0040', 'Cercle 0041', 'Cercle 0042'])
    expect(new Set(names).size).toBe(90)
    expect(names).toEqual([...names.slice(0, 40), ...names.slice(40).toSorted()])
  })

  it('is counted when filters leave few, and told past the last page', async () => {
    const filtered = await page({ country: ['ML'] })
    expect(filtered).toMatchObject({ total: 3, more: false })
    expect(filtered.items.map(({ name }) => name)).toEqual(['Cercle 1000', 'Cercle 2000', 'Cercle 3000'])
    expect((await page({ kind: ['company'] })).items.map(({ name }) => name)).toEqual(['Cercle 2999'])
    expect(await page({ page: 200 })).toMatchObject({ items: [], total: 3000, more: true })
    expect((await page({ sort: 'name', down: true })).items[0]!.name).toBe('Forum 0040')
  })
  it('finds for a file, or an act on all of them, the very records its filtered list shows', async () => {
    const { superuser } = database
    const networkId = staff.network.id
    const { rows } = await superuser.query(
      `insert into person (network_id, id, given_name, family_name)
       values ($1, gen_random_uuid(), 'Dominique', 'Forum') returning id`,
      [networkId],
    )
    await superuser.query(
      `insert into person_position (network_id, id, person_id, organisation_id)
       select $1, gen_random_uuid(), $2, id from organisation where network_id = $1 and name = 'Solidarité Mali'`,
      [networkId, rows[0].id],
    )
    await superuser.query(`update organisation set countries = '{ML}' where network_id = $1 and name = $2`, [
      networkId,
      'Solidarité Mali',
    ])
    const search = organisationSearch.parse({ q: 'forum', country: ['ML'] })
    const listed = (await findOrganisations(staff, search)).items.map(({ id }) => id)
    const all = await inNetwork(staff, (tx) => tx.execute<{ id: string }>(foundIds(staff, search)(0, 100)))
    expect(all.rows.map(({ id }) => id).toSorted()).toEqual(listed.toSorted())
    expect(listed).toHaveLength(3)
  })
})
