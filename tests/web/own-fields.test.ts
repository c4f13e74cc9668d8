import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let admin: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  const person = await aPerson(database.superuser, { 'so-cooperation': 'admin' })
  admin = contextOf('so-cooperation', person, ['admin']) as StaffContext
  cookie = await signedIn(app, person)
})

const send = (fields: Record<string, string | string[]>) =>
  app.request(`${DESK}/champs`, { method: 'POST', body: form(fields), headers: { cookie } })
const read = async (path: string, as?: string) =>
  decoded(await (await app.request(path, { headers: as ? { cookie: as } : {} })).text())
const expertise = {
  intent: 'creer',
  nom: 'Expertise internationale',
  aide: '',
  type: 'choices',
  choix: 'Eau\nDéchets\nEau',
}
/** The form of a field that is there, each of its choices under its key. */
const renamed = (choices: Record<string, string>) => ({
  ...expertise,
  intent: 'changer',
  cle: Object.keys(choices),
  libelle: Object.values(choices),
})
const field = async (label = 'Expertise internationale') =>
  (await findOwnFields(admin)).find((one) => one.label === label)!

describe('A field of the network’s own', () => {
  it('is made by an administrator, and by nobody else', async () => {
    expect((await send(expertise)).headers.get('location')).toContain('fait=cree')
    expect(await field()).toMatchObject({
      key: 'expertise_internationale',
      choices: [
        { key: 'eau', label: 'Eau' },
        { key: 'dechets', label: 'Déchets' },
      ],
    })
    const staff = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const theirs = await signedIn(app, staff)
    expect((await app.request(`${DESK}/champs`, { headers: { cookie: theirs } })).status).toBe(403)
  })

  it('that offers a choice needs one', async () => {
    const answer = await send({ ...expertise, nom: 'Vide', choix: ' \n' })
    expect(answer.status).toBe(422)
    expect(decoded(await answer.text())).toContain('Écrivez au moins un choix.')
  })

  it('is on the record, and on the public page only once that is chosen, by the labels of its choices', async () => {
    const own = { expertise_internationale: ['eau'] }
    const { id } = await createOrganisation(admin, anOrganisation({ name: 'Ville experte' }), own)
    const { slug } = await publishOrganisation(admin, id)
    expect(await read(`${DESK}/structures/${id}`, cookie)).toMatch(/Expertise internationale<\/dt><dd>Eau/)
    const page = `/so-cooperation/annuaire/${slug}`
    expect(await read(page)).not.toContain('Expertise internationale')
    const { id: champ } = await field()
    await send({ ...renamed({ eau: 'Eau', dechets: 'Déchets' }), champ, public: 'oui', choix: 'Énergie' })
    expect(await read(page)).toMatch(/Expertise internationale<\/dt><dd>Eau/)
    await updateOrganisation(admin, id, 2, anOrganisation({ name: 'Ville experte' }), {
      expertise_internationale: ['dechets', 'energie'],
    })
    expect(await read(page)).toContain('Déchets, Énergie')
    expect(await read(`${DESK}/structures?champ.expertise_internationale=energie`, cookie)).toContain(
      'Ville experte',
    )
  })

  it('keeps what records have chosen, under its new words or taken away, until they choose otherwise', async () => {
    const { id: champ } = await field()
    // The places sent say the order, and one emptied is taken away.
    const change = renamed({ eau: 'Eau', dechets: '', energie: 'Énergies' })
    await send({ ...change, champ, public: 'oui', choix: '', place: ['2', '3', '1'] })
    expect((await field()).choices).toEqual([
      { key: 'energie', label: 'Énergies' },
      { key: 'eau', label: 'Eau' },
      { key: 'dechets', label: 'Déchets', removed: true },
    ])
    expect(await read('/so-cooperation/annuaire/ville-experte')).toContain('Déchets, Énergies')
    const { rows } = await database.superuser.query(
      `select id from organisation where name = 'Ville experte'`,
    )
    const edit = await read(`${DESK}/structures/${rows[0].id}/modifier`, cookie)
    const ticked = [...edit.matchAll(/<input[^>]*name="champ.expertise_internationale"[^>]*>/g)].map(
      ([box]) => [box.match(/value="(\w+)"/)?.[1], box.includes('checked')],
    )
    expect(ticked).toEqual([
      ['energie', true],
      ['eau', false],
      ['dechets', true],
    ])
    const blank = await read(`${DESK}/structures/nouvelle`, cookie)
    expect(blank).toContain('Énergies')
    expect(blank).not.toContain('Déchets (enlevé)')
    // Written again, it is the one that was there.
    await send({ ...renamed({ eau: 'Eau', energie: 'Énergie' }), champ, public: 'oui', choix: 'Déchets' })
    expect((await field()).choices).toContainEqual({ key: 'dechets', label: 'Déchets' })
  })

  it('does not offer two choices of one name', async () => {
    const { id: champ } = await field()
    const answer = await send({ ...renamed({ eau: 'Eau', energie: 'Eau' }), champ, choix: '' })
    expect(answer.status).toBe(422)
    expect(decoded(await answer.text())).toContain('Deux choix portent le même nom')
  })

  it('filled in is put away with its values, and taken back; filled in nowhere it goes', async () => {
    const { id: champ } = await field()
    expect((await send({ intent: 'ranger', champ })).headers.get('location')).toContain('fait=range')
    expect(await read('/so-cooperation/annuaire/ville-experte')).not.toContain('Expertise internationale')
    const { rows } = await database.superuser.query(
      `select id from organisation where name = 'Ville experte'`,
    )
    expect((await getOrganisation(admin, rows[0].id)).ownFields).toEqual({
      expertise_internationale: ['dechets', 'energie'],
    })
    await send({ intent: 'reprendre', champ })
    expect(await read('/so-cooperation/annuaire/ville-experte')).toContain('Expertise internationale')
    await send({ intent: 'creer', nom: 'Jamais rempli', aide: '', type: 'text', choix: '' })
    const unused = await field('Jamais rempli')
    expect((await send({ intent: 'ranger', champ: unused.id })).headers.get('location')).toContain(
      'fait=supprime',
    )
  })

  it('moves among the others', async () => {
    await send({ intent: 'creer', nom: 'Volontaires accueillis', aide: '', type: 'number', choix: '' })
    const { id: champ } = await field('Volontaires accueillis')
    await send({ intent: 'monter', champ })
    expect((await findOwnFields(admin)).map(({ label }) => label)).toEqual([
      'Volontaires accueillis',
      'Expertise internationale',
    ])
  })
})
