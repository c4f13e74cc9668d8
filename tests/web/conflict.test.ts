import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let id: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  await database.superuser.query(
    `insert into own_field (network_id, id, key, label, type, choices) values
      ($1, $2, 'accueillis', 'Volontaires accueillis', 'number', '[]'),
      ($1, $4, 'devise', 'Devise', 'text', '[]'),
      ($1, $3, 'expertise', 'Expertise', 'choices', '[{"key": "eau", "label": "Eau"}, {"key": "dechets", "label": "Déchets"}]')`,
    [staff.network.id, v7(), v7(), v7()],
  )
})
beforeEach(async () => {
  id = (await createOrganisation(staff, anOrganisation({ name: 'À deux' }), { accueillis: 3 })).id
})

const path = () => `/so-cooperation/bureau/structures/${id}/modifier`
type Fields = Record<string, string | string[]>

/** What the form of a page would send, untouched. */
function fieldsOf(html: string): Fields {
  const fields: Fields = {}
  for (const name of [
    'version',
    'base',
    'name',
    'acronym',
    'commune',
    'pointOf',
    'point',
    'champ.accueillis',
  ]) {
    const input = elementsOf(html).find(({ attributes }) => attributes.get('name') === name)
    if (input) fields[name] = decoded(input.attributes.get('value') ?? '')
  }
  return {
    ...fields,
    type: 'association/local_association',
    seatCountry: 'FR',
    description: 'Appui à deux écoles.',
    countries: 'TG',
    sectors: 'education',
    sdgs: '4',
    aggregated: 'on',
    shownToNetworks: 'on',
    contactable: 'on',
  }
}
const open = async () => fieldsOf(await (await app.request(path(), { headers: { cookie } })).text())
const save = async (fields: Fields) => {
  const answer = await app.request(path(), { method: 'POST', body: form(fields), headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}

describe('Two people who save the same record', () => {
  it('lose nothing when they changed different fields, their own fields with them', async () => {
    const [first, second] = [await open(), await open()]
    expect((await save({ ...first, acronym: 'AD' })).status).toBe(302)
    const met = await save({ ...second, 'champ.accueillis': '5', 'champ.expertise': ['eau', 'dechets'] })
    expect(met.status).toBe(409)
    expect(decoded(met.html)).toContain('réunis ci-dessous')
    const merged = fieldsOf(met.html)
    expect(merged).toMatchObject({ acronym: 'AD', 'champ.accueillis': '5' })
    expect((await save({ ...merged, 'champ.expertise': ['eau', 'dechets'] })).status).toBe(302)
    expect(await getOrganisation(staff, id)).toMatchObject({
      acronym: 'AD',
      ownFields: { accueillis: 5, expertise: ['eau', 'dechets'] },
    })
  })

  it('are not told of a field that both left empty', async () => {
    const [first, second] = [await open(), await open()]
    await save({ ...first, acronym: 'AD' })
    const met = decoded((await save({ ...second, 'champ.accueillis': '5', 'champ.devise': '' })).html)
    expect(met).toMatch(/Volontaires accueillis\s*:\s*3\s*→\s*5/)
    expect(met).not.toMatch(/\(vide\)\s*→\s*\(vide\)/)
  })

  it('choose where both changed the same field, and nothing is written before', async () => {
    const [first, second] = [await open(), await open()]
    await save({ ...first, name: 'À deux mains' })
    const met = await save({ ...second, name: 'À quatre mains' })
    expect(decoded(met.html)).toMatch(/À deux mains[\s\S]*À quatre mains|À quatre mains[\s\S]*À deux mains/)
    const again = await save({ ...fieldsOf(met.html), conflit: 'name' })
    expect(again.status).toBe(422)
    expect(decoded(again.html)).toContain('Choisissez l’une des deux.')
    expect((await getOrganisation(staff, id)).name).toBe('À deux mains')
    await save({ ...fieldsOf(again.html), conflit: 'name', 'choix.name': 'autre', acronym: 'ADM' })
    expect(await getOrganisation(staff, id)).toMatchObject({ name: 'À deux mains', acronym: 'ADM' })
  })

  it('keep what was typed when that is chosen', async () => {
    const [first, second] = [await open(), await open()]
    await save({ ...first, name: 'Une' })
    const met = await save({ ...second, name: 'Autre' })
    await save({ ...fieldsOf(met.html), conflit: 'name', 'choix.name': 'mien' })
    expect((await getOrganisation(staff, id)).name).toBe('Autre')
  })
})

describe('A field of the network’s own', () => {
  it('is refused where its type says so, and what was typed stays', async () => {
    const refused = await save({ ...(await open()), 'champ.accueillis': 'douze' })
    expect(refused.status).toBe(422)
    expect(decoded(refused.html)).toContain('Écrivez un nombre')
    expect(fieldsOf(refused.html)['champ.accueillis']).toBe('douze')
  })
})
