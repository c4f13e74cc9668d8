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

  it('is told in the history by its label and its choices, from what to what', async () => {
    const { id } = await createOrganisation(admin, anOrganisation({ name: 'Ville racontée' }), {})
    await updateOrganisation(admin, id, 1, anOrganisation({ name: 'Ville racontée' }), {
      expertise_internationale: ['dechets'],
    })
    for (const page of [`${DESK}/structures/${id}`, `${DESK}/journal?fiche=${id}`]) {
      const html = await read(page, cookie)
      expect(html).toContain('Expertise internationale')
      expect(html).not.toContain('ownFields')
      expect(html).not.toContain('Autres informations')
    }
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

describe('A field of the network’s own on the page of an organisation', () => {
  const PAGE = {
    name: 'Ville gardée',
    description: 'Appui à deux écoles.',
    commune: 'Niort (79000)',
    countries: ['TG'],
    sectors: ['education'],
    sdgs: ['4'],
  }
  let id: string
  let keeper: string
  let page: string
  const own = () => `/so-cooperation/espace/structures/${id}`
  const stampIn = (html: string) => html.match(/name="stamp" value="([^"]+)"/)![1]!
  const propose = async (fields: Record<string, string | string[]>) => {
    const stamp = stampIn(await read(`${own()}/modifier`, keeper))
    const body = form({ ...PAGE, stamp, intent: 'envoyer', ...fields })
    return app.request(`${own()}/modifier`, { method: 'POST', body, headers: { cookie: keeper } })
  }

  beforeAll(async () => {
    await send({
      intent: 'creer',
      nom: 'Élèves par an',
      aide: 'Chaque année',
      type: 'number',
      choix: '',
      public: 'oui',
    })
    await send({ intent: 'creer', nom: 'Remarque interne', aide: '', type: 'text', choix: '' })
    const values = { remarque_interne: 'confidentiel7', eleves_par_an: 12 }
    ;({ id } = await createOrganisation(admin, anOrganisation({ name: PAGE.name }), values))
    page = `/so-cooperation/annuaire/${(await publishOrganisation(admin, id)).slug}`
    const person = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    await database.superuser.query(
      'insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1',
      [person.id, id],
    )
    keeper = await signedIn(app, person)
  })

  it('is in the form of who keeps it when it is shown to the public, and only then', async () => {
    const html = await read(`${own()}/modifier`, keeper)
    expect(html).toContain('Chaque année')
    expect(html).toMatch(/name="champ.eleves_par_an"[^>]*value="12"/)
    for (const one of [html, await read(own(), keeper)]) {
      expect(one).toContain('Élèves par an')
      expect(one).not.toContain('Remarque interne')
      expect(one).not.toContain('confidentiel7')
    }
  })

  it('is proposed, compared and taken like the others; what the public does not read stays the team’s', async () => {
    const wrong = await propose({ 'champ.eleves_par_an': 'beaucoup' })
    expect(wrong.status).toBe(422)
    expect(decoded(await wrong.text())).toMatch(/value="beaucoup"/)
    const sent = await propose({ 'champ.eleves_par_an': '40', 'champ.remarque_interne': 'intrus' })
    expect(sent.headers.get('location')).toBe(`${own()}?fait=page-envoyee`)
    expect(await read(`${own()}/apercu`, keeper)).toMatch(/<del[^>]*>.*12<\/del>/)
    expect(await read(`${DESK}/propositions`, cookie)).toContain('Élèves par an')
    expect(await read(page)).toMatch(/Élèves par an<\/dt><dd>12/)
    const { rows } = await database.superuser.query(
      `select id, proposed from page_proposal where organisation_id = $1`,
      [id],
    )
    expect(rows[0].proposed).toEqual({ 'own.eleves_par_an': 40 })
    const proposal = `${DESK}/propositions/${rows[0].id}`
    const html = await read(proposal, cookie)
    expect(html).toMatch(/<ins[^>]*>.*40<\/ins>/)
    const body = form({ stamp: stampIn(html), intent: 'decider', 'champ-own.eleves_par_an': 'prendre' })
    const headers = { cookie }
    expect((await app.request(proposal, { method: 'POST', body, headers })).status).toBe(302)
    expect(await read(page)).toMatch(/Élèves par an<\/dt><dd>40/)
    expect((await getOrganisation(admin, id)).ownFields).toEqual({
      remarque_interne: 'confidentiel7',
      eleves_par_an: 40,
    })
  })

  it('shown no more when the team decides, is left as it was', async () => {
    await propose({ 'champ.eleves_par_an': '', description: 'Nouvelle présentation' })
    const { id: champ } = await field('Élèves par an')
    await send({ intent: 'changer', champ, nom: 'Élèves par an', aide: '', type: 'number', choix: '' })
    const { rows } = await database.superuser.query(
      `select id from page_proposal where organisation_id = $1 and state = 'submitted'`,
      [id],
    )
    const proposal = `${DESK}/propositions/${rows[0].id}`
    const html = await read(proposal, cookie)
    expect(html).not.toContain('Élèves par an')
    const taken = { 'champ-description': 'prendre', 'champ-own.eleves_par_an': 'prendre' }
    const body = form({ stamp: stampIn(html), intent: 'decider', ...taken })
    expect((await app.request(proposal, { method: 'POST', body, headers: { cookie } })).status).toBe(302)
    expect(await getOrganisation(admin, id)).toMatchObject({
      description: 'Nouvelle présentation',
      ownFields: { eleves_par_an: 40 },
    })
  })
})
