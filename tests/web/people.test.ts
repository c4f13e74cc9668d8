import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { createPerson } from '#server/crm/person/create-person.server.ts'
import { deletePerson } from '#server/crm/person/delete-person.server.ts'
import { personSearch } from '#server/crm/person/find-people.schema.ts'
import { findPeople } from '#server/crm/person/find-people.server.ts'
import { getPerson } from '#server/crm/person/get-person.server.ts'
import { personInput, positionInput } from '#server/crm/person/person.schema.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aGrant } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let elsewhere: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  elsewhere = await staffOf(database.superuser, 'resacoop')
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string | string[]>
const somewhere = async (name: string, by = staff) =>
  (await createOrganisation(by, anOrganisation({ name }))).id
const someone = (given: object, at: object | null = null, by = staff) =>
  createPerson(by, personInput.parse(given), at && positionInput.parse(at))
const pageOf = async (path: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const idIn = (response: Response) => response.headers.get('location')!.split('?')[0]!.split('/').at(-1)!
const names = async (search: object) =>
  (await findPeople(staff, personSearch.parse(search))).items.map(({ familyName }) => familyName)

describe('A person', () => {
  it('is added with a first position, told on both pages, and found by name, address or organisation', async () => {
    const organisation = await somewhere('Fontaines du Sahel')
    const response = await send(`${DESK}/personnes/nouvelle`, {
      givenName: 'Amédée',
      familyName: 'Tourterelle',
      email: 'a.tourterelle@fontaines.example',
      topics: 'eau, Sahel',
      languages: ['fr', 'wo'],
      organisation: 'Fontaines du Sahel (Niort)',
      function: 'Trésorier',
      standing: 'volunteer',
      startedOn: '2020-01-15',
    })
    expect(response.status).toBe(302)
    const html = await pageOf(response.headers.get('location')!)
    for (const said of [
      'Amédée Tourterelle',
      'Trésorier',
      'Bénévole',
      'wolof',
      'depuis le 15 janvier 2020',
      'eau, Sahel',
    ])
      expect(html).toContain(said)
    expect(await pageOf(`${DESK}/structures/${organisation}`)).toContain('Amédée Tourterelle')
    for (const q of ['tourterelle', 'Amedee', 'a.tourterelle@fontaines.example', 'fontaines sahel'])
      expect(await names({ q }), q).toEqual(['Tourterelle'])
    expect(await names({ q: 'tourterelle', standing: 'elected' })).toEqual([])
    expect(await pageOf(`${DESK}/personnes?q=tourterelle&qualite=volunteer`)).toContain('Fontaines du Sahel')
  })

  it('holds several positions at once, and one that ended stays known', async () => {
    const [one, two] = [await somewhere('Mairie d’Ici'), await somewhere('Agglomération')]
    const { id } = await someone({ familyName: 'Cumularde' }, { organisationId: one, standing: 'elected' })
    const path = `${DESK}/personnes/${id}`
    expect(
      (await send(path, { intent: 'poste', organisation: 'Agglomération', function: 'Vice-présidente' }))
        .status,
    ).toBe(302)
    const { positions } = await getPerson(staff, id)
    expect(positions.map(({ organisationId }) => organisationId).sort()).toEqual([one, two].sort())
    const ending = positions.find(({ organisationId }) => organisationId === one)!
    await send(path, { intent: 'terminer', poste: ending.id })
    const after = (await getPerson(staff, id)).positions.find((position) => position.id === ending.id)!
    expect(after.endedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await pageOf(`${DESK}/structures/${one}`)).toContain('Une personne n’y est plus')
    const elected = () => pageOf(`${DESK}/personnes?q=cumularde&qualite=elected`)
    expect(await elected()).not.toContain('Cumularde</a>')
    // An end that is known beforehand is not one that has come.
    await database.superuser.query("update person_position set ended_on = '2999-01-01' where id = $1", [
      ending.id,
    ])
    expect(await elected()).toContain('Cumularde</a>')
    expect(await pageOf(`${DESK}/structures/${one}`)).not.toContain('Une personne n’y est plus')
  })

  it('is added from a record in two fields, whichever way the name is written', async () => {
    const organisation = await somewhere('Deux Champs')
    const path = `${DESK}/structures/${organisation}/personnes`
    for (const nom of ['Zéphirine Baldaquin', 'QUINQUET Barnabé Marie', 'Solange'])
      expect(
        (await send(path, { intent: 'ajouter', nom, fonction: 'Présidente' })).headers.get('location'),
      ).toContain('fait=personne_ajoutee')
    const { items } = await findPeople(staff, personSearch.parse({ q: 'deux champs' }))
    expect(items.map(({ givenName, familyName }) => [givenName, familyName])).toEqual([
      ['Zéphirine', 'Baldaquin'],
      ['Barnabé Marie', 'QUINQUET'],
      ['', 'Solange'],
    ])
  })

  it('with nearly the name or the address of another is shown it, and nobody but who types decides', async () => {
    const organisation = await somewhere('Autre Maison')
    const { id } = await someone({
      givenName: 'Hortense',
      familyName: 'Marcassin',
      email: 'H.Marcassin@ici.example',
    })
    const fields = { givenName: 'Hortence', familyName: 'Marcassin', organisation: 'Autre Maison' }
    const doubt = await send(`${DESK}/personnes/nouvelle`, fields)
    expect(doubt.status).toBe(409)
    const html = decoded(await doubt.text())
    expect(html).toContain('presque le même nom')
    expect(html).toContain('value="Hortence"')
    const same = { familyName: 'Nom Tout Autre', email: 'h.marcassin@ICI.example' }
    expect(decoded(await (await send(`${DESK}/personnes/nouvelle`, same)).text())).toContain(
      'même adresse e-mail',
    )
    expect(await names({ q: 'marcassin' })).toEqual(['Marcassin'])
    const quick = await send(`${DESK}/structures/${organisation}/personnes`, {
      intent: 'ajouter',
      nom: 'Hortense Marcassin',
    })
    expect(quick.headers.get('location')).toContain(`personnes/nouvelle?structure=${organisation}`)
    await send(`${DESK}/personnes/nouvelle`, { ...fields, meme: id })
    expect((await getPerson(staff, id)).positions).toHaveLength(1)
    await send(`${DESK}/personnes/nouvelle`, { ...fields, autre: 'oui' })
    expect(await names({ q: 'marcassin' })).toEqual(['Marcassin', 'Marcassin'])
  })

  it('met today is no longer among those nobody met', async () => {
    const { id } = await someone({ familyName: 'Silencieuse' })
    expect(await names({ q: 'silencieuse', quiet: '3' })).toEqual(['Silencieuse'])
    await send(`${DESK}/personnes/${id}`, { intent: 'contact' })
    for (const quiet of ['1', '3', 'never']) expect(await names({ q: 'silencieuse', quiet })).toEqual([])
    const old = personInput.parse({ familyName: 'Lointain', lastContactOn: '2024-01-10' })
    await createPerson(staff, old)
    expect(await names({ q: 'lointain', quiet: '1' })).toEqual(['Lointain'])
    expect(await names({ q: 'lointain', quiet: '3' })).toEqual([])
  })

  it('erased leaves nothing of itself anywhere, and history says that somebody was', async () => {
    const organisation = await somewhere('Mémoire')
    const given = {
      givenName: 'Ursule',
      familyName: 'Xylophone',
      email: 'ursule@xylophone.example',
      phone: '05 36 49 77 66',
    }
    const { id } = await someone(given, { organisationId: organisation, function: 'Archiviste-secrète' })
    const edited = await send(`${DESK}/personnes/${id}/modifier`, {
      ...given,
      phone: '05 36 49 55 44',
      version: '1',
    })
    expect(edited.status).toBe(302)
    expect(await pageOf(`${DESK}/personnes/${id}`)).toContain('Téléphone')
    expect((await send(`${DESK}/personnes/${id}`, { intent: 'effacer' })).status).toBe(302)
    const tables = await database.owner.query(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    )
    for (const { name } of tables.rows)
      for (const trace of ['Xylophone', '05 36 49 55 44', '05 36 49 77 66', 'Archiviste-secrète']) {
        const { rows } = await database.superuser.query(
          `select 1 from public.${name} t where t::text ilike $1`,
          [`%${trace}%`],
        )
        expect(rows, `${name} ${trace}`).toEqual([])
      }
    const { rows } = await database.superuser.query(
      `select changes from audit_entry where action = 'person.erased' and object_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect((await app.request(`${DESK}/personnes/${id}`, { headers: { cookie } })).status).toBe(404)
  })

  it('is erased by the team and not by an intern, and written by nobody of another mission', async () => {
    const { id } = await someone({ familyName: 'Protégée' })
    const as = (grant: object) => ({ ...staff, grants: [aGrant(staff.network.id, 'staff', grant)] })
    await expect(deletePerson(as({ profile: 'intern' }), id)).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
    const animates = as({ missions: ['animate'] })
    const other = personInput.parse({ familyName: 'Autre' })
    await expect(createPerson(animates, other)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    expect((await getPerson(animates, id)).familyName).toBe('Protégée')
  })

  it('of another network is absent, and so are its organisations', async () => {
    const foreign = await somewhere('Chez eux', elsewhere)
    const { id } = await someone({ familyName: 'Étrangère' }, null, elsewhere)
    await expect(getPerson(staff, id)).rejects.toMatchObject({ code: 'kernel.not_found' })
    const position = positionInput.parse({ organisationId: foreign })
    const at = createPerson(staff, personInput.parse({ familyName: 'Passe-muraille' }), position)
    await expect(at).rejects.toMatchObject({ code: 'crm.no_such_organisation' })
    expect(await names({ q: 'passe-muraille' })).toEqual([])
  })

  it.each<[string, Fields, string]>([
    ['no name', { familyName: '' }, 'Indiquez le nom.'],
    ['an address that is none', { email: 'chez moi' }, 'Cette adresse e-mail n’est pas valide'],
    ['consent without its day', { legalBasis: 'consent' }, 'Indiquez le jour'],
    ['a day that does not exist', { lastContactOn: '2026-02-31' }, 'Cette date n’existe pas'],
    ['an organisation nobody knows', { organisation: 'Nulle part' }, 'Aucune structure de votre réseau'],
    ['a position nowhere', { function: 'Présidente' }, 'Indiquez la structure'],
    [
      'an end before the beginning',
      { organisation: 'Bornes', startedOn: '2020-01-02', endedOn: '2020-01-01' },
      'finirait avant',
    ],
  ])('says at the field what is wrong with %s, and keeps what is typed', async (_, fields, sentence) => {
    if (!(await pageOf(`${DESK}/structures?q=bornes`)).includes('Bornes</a>')) await somewhere('Bornes')
    const response = await send(`${DESK}/personnes/nouvelle`, {
      givenName: 'Gardé-Tel-Quel',
      familyName: 'Essai',
      ...fields,
    })
    expect(response.status).toBe(422)
    const html = decoded(await response.text())
    expect(html).toContain(sentence)
    expect(html).toContain('value="Gardé-Tel-Quel"')
  })

  it('is not overwritten by a form opened before somebody else saved', async () => {
    const { id } = await someone({ familyName: 'Conflit' })
    const path = `${DESK}/personnes/${id}/modifier`
    expect((await send(path, { familyName: 'Conflit', topics: 'eau', version: '1' })).status).toBe(302)
    const late = await send(path, { familyName: 'Trop tard', version: '1' })
    expect(late.status).toBe(409)
    expect(decoded(await late.text())).toContain('Trop tard')
    expect((await getPerson(staff, id)).familyName).toBe('Conflit')
    expect(idIn(await send(path, { familyName: 'À temps', version: '2' }))).toBe(id)
  })

  it('stands in a list that pages and sorts as its address says', async () => {
    for (let number = 1; number <= 31; number++)
      await someone({
        familyName: `Fourmi ${String(number).padStart(2, '0')}`,
        email: `f${number}@fourmiliere.example`,
      })
    expect((await names({ q: 'fourmiliere' })).slice(0, 2)).toEqual(['Fourmi 01', 'Fourmi 02'])
    expect(await names({ q: 'fourmiliere', page: 2 })).toEqual(['Fourmi 31'])
    expect((await names({ q: 'fourmiliere', down: true }))[0]).toBe('Fourmi 31')
    const past = await app.request(`${DESK}/personnes?q=fourmiliere&page=9`, { headers: { cookie } })
    expect(past.headers.get('location')).toContain('page=2')
  })

  it('answers with more than a thousand others: the page says so, and how to count them', async () => {
    await database.superuser.query(
      `insert into person (network_id, id, given_name, family_name, email)
       select $1, gen_random_uuid(), 'Inventée', 'Cohorte ' || n, 'c' || n || '@cohorte.example'
       from generate_series(1, 1001) n`,
      [staff.network.id],
    )
    const search = personSearch.parse({ q: 'cohorte' })
    expect(await findPeople(staff, search)).toMatchObject({ total: 1000, more: true })
    expect(await findPeople(staff, { ...search, page: 200 })).toMatchObject({
      items: [],
      total: 1000,
      more: true,
    })
    const html = await (await app.request(`${DESK}/personnes?q=cohorte`, { headers: { cookie } })).text()
    expect(decoded(html)).toMatch(/Plus de 1\s000 personnes\s: précisez/)
    await database.superuser.query(
      `update person set last_contact_on = '2026-01-05' where family_name in ('Cohorte 7', 'Cohorte 999', 'Cohorte 1001')`,
    )
    const quiet = await findPeople(staff, { ...search, quiet: 'never' })
    expect(quiet).toMatchObject({ total: 998, more: false })
    const last = await findPeople(staff, { ...search, sort: 'contact', down: true })
    expect(last.items.slice(0, 3).map(({ familyName }) => familyName)).toEqual([
      'Cohorte 1001',
      'Cohorte 7',
      'Cohorte 999',
    ])
    await database.superuser.query(`delete from person where family_name = 'Cohorte 1'`)
    expect(await findPeople(staff, search)).toMatchObject({ total: 1000, more: false })
  })
})
