import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { forgetOrphanWords } from '../jobs/forget-orphan-words.server.ts'
import { createPerson } from '../person/create-person.server.ts'
import { deletePerson } from '../person/delete-person.server.ts'
import { personInput } from '../person/person.schema.ts'
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
    ['a long word with two slips', 'devellopement', 'Mali Développement'],
    ['the beginning of a word, with a slip', 'devlop', 'Mali Développement'],
    ['a slip beside a word that is never searched', 'sahle du', 'Puits du Sahel'],
    ['a slip beside a word not finished', 'atacpamé ami', 'Les Amis d’Atakpamé'],
    ['a short word that nothing holds, among others', 'puits dux sahel', 'Puits du Sahel'],
    ['a slip where a letter is doubled', 'solidaritte mali', 'Solidarité Mali'],
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

describe('A word that very many records hold', () => {
  beforeAll(async () => {
    await database.superuser.query(
      `insert into organisation (network_id, id, name, kind, description, countries)
       select $1, gen_random_uuid(), case when n <= 40 then 'Forum ' || lpad(n::text, 4, '0') else 'Cercle ' || lpad(n::text, 4, '0') end,
         case when n = 999 then 'company' else 'association' end, 'Tient un forum.', case when n % 400 = 0 then '{ML}'::text[] else '{}' end
       from generate_series(1, 1100) n`,
      [staff.network.id],
    )
  })
  const page = (more: Record<string, unknown>) =>
    findOrganisations(staff, organisationSearch.parse({ q: 'forum', ...more }))

  it('is answered by the names that begin with it, then by the others in their order, page after page', async () => {
    const pages = [await page({}), await page({ page: 2 }), await page({ page: 3 })]
    expect(pages[0]).toMatchObject({ total: 1000, more: true })
    expect(await findOrganisations(staff, organisationSearch.parse({ q: 'froum' }))).toMatchObject({
      total: 1000,
      more: true,
    })
    const names = pages.flatMap(({ items }) => items.map(({ name }) => name))
    expect(names.slice(0, 2)).toEqual(['Forum 0001', 'Forum 0002'])
    expect(names.slice(39, 42)).toEqual(['Forum 0040', 'Cercle 0041', 'Cercle 0042'])
    expect(new Set(names).size).toBe(90)
    expect(names).toEqual([...names.slice(0, 40), ...names.slice(40).toSorted()])
  })

  it('is counted when filters leave few, and told past the last page', async () => {
    const filtered = await page({ country: ['ML'] })
    expect(filtered).toMatchObject({ total: 2, more: false })
    expect(filtered.items.map(({ name }) => name)).toEqual(['Cercle 0400', 'Cercle 0800'])
    expect((await page({ kind: ['company'] })).items.map(({ name }) => name)).toEqual(['Cercle 0999'])
    expect(await page({ page: 200 })).toMatchObject({ items: [], total: 1000, more: true })
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
    expect(listed).toHaveLength(2)
  })
})

describe('The words that mend a mistyped one', () => {
  const words = async (like: string) => {
    const { rows } = await database.superuser.query<{ word: string }>(
      'select word from record_word where network_id = $1 and word like $2 order by word', [staff.network.id, like]) // biome-ignore format: one line to read
    return rows.map(({ word }) => word)
  }

  it('are those of names and towns, kept by the database and gone the night after the last record that says them', async () => {
    const { id } = await createOrganisation(
      staff,
      anOrganisation({ name: 'Hirondelles du Mali', description: '' }),
    )
    expect(await words('hirond%')).toEqual(['hirondelles'])
    await inNetwork(staff, (tx) =>
      tx.execute(sql`update organisation set name = 'Martinets du Mali' where id = ${id}`),
    )
    expect(await words('%i%ets')).toEqual(['martinets'])
    await inNetwork(staff, (tx) => tx.execute(sql`delete from organisation where id = ${id}`))
    await forgetOrphanWords.run()
    expect(await words('hirond%')).toEqual([])
    expect(await words('martin%')).toEqual([])
    expect(await words('mali')).toEqual(['mali'])
  })

  it('hold no sign that a query could not: a name with a modifier apostrophe hinders no search, and is renamed and erased', async () => {
    const { id } = await createOrganisation(
      staff,
      anOrganisation({ name: 'Association ʻUvea', description: '' }),
    )
    expect(await words('uvea')).toEqual(['uvea'])
    expect(await find('ivea')).toEqual([])
    await inNetwork(staff, (tx) =>
      tx.execute(sql`update organisation set name = 'Association ʼŌlelo' where id = ${id}`),
    )
    await inNetwork(staff, (tx) => tx.execute(sql`delete from organisation where id = ${id}`))
    await forgetOrphanWords.run()
    expect([await words('uvea'), await words('olelo')]).toEqual([[], []])
  })

  it('are put right at night, when two writes at once each counted on the other', async () => {
    const { superuser } = database
    await superuser.query(`insert into record_word (network_id, word) values ($1, 'oubliee')`, [
      staff.network.id,
    ])
    await superuser.query(`delete from record_word where network_id = $1 and word = 'floki'`, [
      staff.network.id,
    ])
    await forgetOrphanWords.run()
    expect(await words('oubliee')).toEqual([])
    expect(await words('floki')).toEqual(['floki'])
  })

  it('are erased with the person who bore them', async () => {
    const person = await createPerson(
      staff,
      personInput.parse({ givenName: 'Awa', familyName: 'Toundé-Essai' }),
      undefined,
    )
    expect(await words('tounde')).toEqual(['tounde'])
    await deletePerson(staff, person.id)
    expect(await words('tounde')).toEqual([])
    expect(await words('awa')).toEqual(['awa'])
  })
})
